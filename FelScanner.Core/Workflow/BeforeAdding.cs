using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>The last look before a torrent is added: names that are there already, the space for what it really weighs, and whose category it would get.</summary>
public sealed class BeforeAdding(NamesInFolder folder, NameForPlex names, MeasureSpace space, RadarrCategories categories)
{
    private const double Slack = 1.02;

    /// <summary>Why it must not be added as things are, or whether it must be named before it runs.</summary>
    /// <exception cref="ServiceFault">It can be added later: the space is short, or a service cannot be asked.</exception>
    public async Task<LastLook> RunAsync(DownloadRequest request, FetchedTorrent torrent, CancellationToken cancellationToken)
    {
        categories.Check();
        await CheckSpaceAsync(request, torrent, cancellationToken);
        if (torrent.FilmName is not { } film)
            return new LastLook(null, false);
        var there = await folder.OfAsync(request, torrent.Hash, cancellationToken);
        var nested = torrent.FileNames.FirstOrDefault(file => file.Contains('/', StringComparison.Ordinal) && folder.HasNested(request, file));
        var clash = nested ?? (names.IsOn || film.Contains('/', StringComparison.Ordinal) || !there.ContainsKey(film) ? null : film);
        return clash is null
            ? new LastLook(null, names.IsOn || torrent.FileNames.Any(there.ContainsKey))
            : new LastLook(Clash(request, clash, there.GetValueOrDefault(clash, "seen on the disk")), false);
    }

    internal static string Clash(DownloadRequest request, string name, string whose) =>
        $"There is already a “{name}” in {request.TargetFolder} ({whose}), and nothing is ever overwritten. Rename or remove it, or turn download_keep_original_name off, then try again.";

    /// <summary>The feed told a size when it was approved; the torrent knows the true one.</summary>
    private async Task CheckSpaceAsync(DownloadRequest request, FetchedTorrent torrent, CancellationToken cancellationToken)
    {
        if (request.Force || torrent.Bytes <= (request.Bytes ?? 0) * Slack)
            return;
        if (await space.ForAsync(request with { Bytes = torrent.Bytes }, cancellationToken) is { IsShort: true } report)
            throw new ServiceFault("disk", FaultKind.Refused, $"The torrent is larger than the feed said. {SpaceSentence.Numbers(report)}", "Make room, or lower download_min_free_space_gb: it is tried again by itself.");
    }
}

/// <summary>What the last look found: the refusal with its remedy, or whether names must be changed before the first byte.</summary>
public sealed record LastLook(string? Refusal, bool NameFirst);
