using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Reads the layer of every copy from its file, one at a time and gently; what was read is not read again while path, size and time stay.</summary>
public sealed class ProbeFiles(ILibrary library, ILocalDisk disk, JudgeAgain again, ProbeNotes notes, JudgingTools tools)
{
    private const int Batch = 50;

    /// <summary>Goes on where it stopped, until all are read, the time is over, or it is paused. One sentence about it.</summary>
    public async Task<string> RunAsync(TimeSpan atMost, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        await notes.BeginAsync(cancellationToken);
        var started = tools.Time.GetUtcNow();
        var (read, proven, total) = (0, 0, await library.CountToProbeAsync(cancellationToken));
        List<long> changed = [];
        var paused = false;
        while (!paused && tools.Time.GetUtcNow() - started < atMost)
        {
            var batch = await library.ToProbeAsync(Batch, cancellationToken);
            if (batch.Count == 0)
                break;
            foreach (var copy in batch.TakeWhile(_ => tools.Time.GetUtcNow() - started < atMost))
            {
                proven += await OneAsync(copy, cancellationToken) ? 1 : 0;
                changed.Add(copy.FilmId);
                progress?.Report(Progress(++read, total, tools.Time.GetUtcNow() - started));
                if (paused = await notes.IsPausedAsync(cancellationToken))
                    break;
            }
        }

        if (changed.Count > 0)
            await ChangedAsync(changed, cancellationToken);
        return total == 0 ? "Every copy has been read." : $"{read} of {total} copies read, {proven} proven.{(paused ? " Paused." : "")}";
    }

    /// <summary>Reads one copy now. Null when there is no such copy.</summary>
    public async Task<Domain.DolbyVision.ProbeResult?> OneNowAsync(long copyId, CancellationToken cancellationToken)
    {
        if (await library.CopyAsync(copyId, cancellationToken) is not { } copy)
            return null;
        var result = await ReadAsync(copy, cancellationToken);
        await ChangedAsync([copy.FilmId], cancellationToken);
        return result;
    }

    private async Task<bool> OneAsync(CopyToProbe copy, CancellationToken cancellationToken) =>
        (await ReadAsync(copy, cancellationToken)).Layer is EnhancementLayer.Fel or EnhancementLayer.Mel;

    private async Task<Domain.DolbyVision.ProbeResult> ReadAsync(CopyToProbe copy, CancellationToken cancellationToken)
    {
        var path = new PathMapper(tools.Settings.Current.PathMappings).Between("plex", "local", copy.Path);
        var result = await disk.ProbeAsync(path, null, cancellationToken);
        var (bytes, changedAt) = disk.Look(path) ?? (copy.Bytes ?? 0, DateTimeOffset.UnixEpoch);
        if (await library.ProvenAsync(copy.CopyId, result, bytes, changedAt, cancellationToken) is { } marked)
            await notes.ReplacedAsync(copy, result, marked, cancellationToken);
        return result;
    }

    private async Task ChangedAsync(IReadOnlyCollection<long> films, CancellationToken cancellationToken)
    {
        tools.Bus.Publish(new DomainEvent.LibraryChanged());
        await again.RunAsync([.. films.Distinct()], JudgingCause.LibraryChanged, cancellationToken);
    }

    private static JobProgress Progress(int read, int total, TimeSpan elapsed) =>
        new(100.0 * read / Math.Max(total, read), $"{read} of {Math.Max(total, read)} copies, {Messages.Words.Duration(elapsed / read * Math.Max(0, total - read))} left");
}

/// <summary>What the reading of layers writes down beside its results.</summary>
public sealed class ProbeNotes(INotebook notebook, IActivity activity)
{
    /// <summary>A run that begins forgets that the one before was to stop.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => notebook.WriteAsync(Notes.ProbePaused, null, cancellationToken);

    public async Task<bool> IsPausedAsync(CancellationToken cancellationToken) => await notebook.ReadAsync(Notes.ProbePaused, cancellationToken) is not null;

    /// <summary>The owner's word gave way to a proof.</summary>
    public Task ReplacedAsync(CopyToProbe copy, Domain.DolbyVision.ProbeResult result, string markedBy, CancellationToken cancellationToken) => activity.AddAsync(
        new ActivityEntry("proven", "FelScanner", "system", $"{copy.Title}: {Messages.LayerText.Sentence(result)}, read from the file; it replaces the mark by {markedBy}", FilmId: copy.FilmId), cancellationToken);
}
