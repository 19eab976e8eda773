using System.Globalization;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>How far a job is: percent when it can be told, and a sentence.</summary>
public sealed record JobProgress(double? Percent, string Sentence);

/// <summary>Reads the chosen Plex libraries: lists first, then in full only what changed; films that vanished go, but never on an empty or failed answer.</summary>
public sealed class ScanLibrary(IPlexLibrary plex, ILibrary library, JudgeAgain again, INotebook notebook, JudgingTools tools)
{
    /// <summary>One sentence about what was found.</summary>
    /// <exception cref="ServiceFault">Plex cannot be asked: the last good library stays.</exception>
    public async Task<string> RunAsync(IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        if (tools.Settings.Current.Plex.Url.Length == 0)
            return "Plex is not configured.";
        var started = tools.Time.GetUtcNow();
        var scan = new ScanRecord(started, null, "failed", 0, 0, 0, 0, null);
        try
        {
            scan = await ReadAsync(scan, progress, cancellationToken);
            await notebook.WriteAsync(Notes.LibraryReadAt, tools.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellationToken);
            return $"{scan.Seen} films seen, {scan.Changed} new or changed, {scan.Removed} gone.";
        }
        catch (ServiceFault fault)
        {
            scan = scan with { Error = fault.Message };
            throw;
        }
        finally
        {
            await library.AddScanAsync(scan with { EndedAt = tools.Time.GetUtcNow() }, CancellationToken.None);
        }
    }

    /// <summary>Reads single films again: Plex told that they changed.</summary>
    public async Task ReadAsync(IReadOnlyList<string> plexKeys, CancellationToken cancellationToken)
    {
        HashSet<string> gone = [.. plexKeys];
        List<long> changed = [];
        await foreach (var batch in plex.DetailsAsync(plexKeys, cancellationToken))
        {
            gone.ExceptWith(batch.Select(f => f.Key));
            changed.AddRange(await library.StoreAsync(batch, cancellationToken));
        }

        changed.AddRange(await library.RemoveAsync(gone, cancellationToken));
        await ChangedAsync(changed, cancellationToken);
    }

    private async Task<ScanRecord> ReadAsync(ScanRecord scan, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var known = await library.FingerprintsAsync(cancellationToken);
        var listed = await ListAsync(progress, cancellationToken);
        var toRead = listed.Where(l => known.GetValueOrDefault(l.Key) != l.Fingerprint).Select(l => l.Key).ToList();
        var (changed, unread) = await DetailsAsync(toRead, progress, cancellationToken);
        HashSet<string> seen = [.. listed.Select(l => l.Key)];
        var gone = seen.Count == 0 ? [] : known.Keys.Where(key => !seen.Contains(key)).ToList();
        var removed = await library.RemoveAsync(gone, cancellationToken);
        await ChangedAsync([.. changed, .. removed], cancellationToken);
        return scan with
        {
            Result = "ok",
            Seen = listed.Count,
            Changed = changed.Count,
            Added = toRead.Count(key => !known.ContainsKey(key)),
            Removed = gone.Count,
            Error = unread == 0 ? null : $"{unread} films could not be read; they are tried again.",
        };
    }

    private async Task<List<PlexListing>> ListAsync(IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        List<PlexListing> listed = [];
        foreach (var section in await plex.SectionsAsync(cancellationToken))
        {
            await foreach (var page in plex.ListAsync(section, cancellationToken))
            {
                listed.AddRange(page);
                progress?.Report(new JobProgress(null, $"{listed.Count} films listed"));
            }
        }

        return listed;
    }

    private async Task<(List<long> Changed, int Unread)> DetailsAsync(List<string> toRead, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        List<long> changed = [];
        var read = 0;
        await foreach (var batch in plex.DetailsAsync(toRead, cancellationToken))
        {
            changed.AddRange(await library.StoreAsync(batch, cancellationToken));
            read += batch.Count;
            progress?.Report(new JobProgress(100.0 * read / toRead.Count, $"{read} of {toRead.Count} films read"));
        }

        return (changed, toRead.Count - read);
    }

    private async Task ChangedAsync(IReadOnlyCollection<long> films, CancellationToken cancellationToken)
    {
        if (films.Count > 0)
            tools.Bus.Publish(new DomainEvent.LibraryChanged());
        await again.RunAsync(films, JudgingCause.LibraryChanged, cancellationToken);
    }
}

