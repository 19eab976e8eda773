using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>A torrent ready to be added, or the sentence why it can never be taken.</summary>
public sealed record FetchedTorrent(string Hash, byte[]? File, string? MagnetLink, IReadOnlyList<string> FileNames, string? FilmName, long Bytes, string? Refusal);

/// <summary>Gets a request's .torrent with its feed's cookies, or its magnet link, and checks it before anything is added.</summary>
public sealed class FetchTorrent(IFeeds feeds, ISettings settings)
{
    public async Task<FetchedTorrent> RunAsync(DownloadRequest request, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(request.TorrentUrl) ? FromMagnet(request) : await FromFeedAsync(request, cancellationToken);

    private static FetchedTorrent FromMagnet(DownloadRequest request) =>
        MagnetLink.Hash(request.MagnetLink) is { } hash
            ? new FetchedTorrent(hash, null, request.MagnetLink, [], null, 0, null)
            : Refused("The magnet link has no info hash. Look for another release.");

    private async Task<FetchedTorrent> FromFeedAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var address = new Uri(request.TorrentUrl!, UriKind.Absolute);
        var open = feeds.Open(settings.Current);
        var feed = open.FirstOrDefault(f => f.Name == request.Feed && f.Serves(address)) ?? open.FirstOrDefault(f => f.Serves(address))
            ?? throw new ServiceFault(request.Feed, FaultKind.NotConfigured, $"No configured feed serves {address.Host} any more.", "Add the feed again in the settings, or skip the request.");
        var bytes = await feed.FetchTorrentAsync(request.TorrentUrl!, cancellationToken);
        var torrent = TorrentFile.Read(bytes)
            ?? throw new ServiceFault(feed.Service, FaultKind.Refused, "What the feed sent is no .torrent file.", "Open the release's page in a browser and check the login; it is tried again.");
        var problems = TorrentCheck.Problems(torrent);
        return problems.Count > 0
            ? Refused(string.Join(" ", problems))
            : new FetchedTorrent(torrent.InfoHash, bytes, null, [.. torrent.Files.Select(f => f.Path)], TorrentCheck.MainFile(torrent)?.Path, torrent.TotalBytes, null);
    }

    private static FetchedTorrent Refused(string why) => new("", null, null, [], null, 0, why);
}
