using System.Globalization;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Workflow;

/// <summary>How far a job is: percent when it can be told, and a sentence.</summary>
public sealed record JobProgress(double? Percent, string Sentence);

/// <summary>What a reading of the library needs beside Plex and the store.</summary>
public sealed record ScanTools(ISettings Settings, IEventBus Bus, INotebook Notebook, IFindings Findings, TimeProvider Time);

/// <summary>Reads the chosen Plex libraries: lists first, then in full only what changed; films that vanished go, but never on an empty or failed answer.</summary>
public sealed partial class ScanLibrary(IPlexLibrary plex, ILibrary library, JudgeAgain again, ScanTools tools, ILogger<ScanLibrary> logger)
{
    private const string Finding = "plex.scan";

    /// <summary>So few are asked for one by one before they go: a film that moved between two pages of a list was only missed.</summary>
    private const int AskedBeforeTheyGo = 20;

    private const int BatchesAhead = 2;
    private const int PagesAhead = 1;
    private const int FilmsAWrite = 250;

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    /// <summary>One sentence about what was found.</summary>
    /// <exception cref="ServiceFault">Plex cannot be asked: the last good library stays.</exception>
    public async Task<string> RunAsync(IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        if (tools.Settings.Current.Plex.Url.Length == 0)
            return "Plex is not configured.";
        var scan = new ScanRecord(tools.Time.GetUtcNow(), null, ScanRecord.Failed, 0, 0, 0, 0, null);
        try
        {
            scan = await ScanAsync(scan, progress, cancellationToken);
            await tools.Notebook.WriteAsync(Notes.LibraryReadAt, tools.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellationToken);
            tools.Findings.Clear(Finding);
            var sentence = string.Create(CultureInfo.InvariantCulture, $"{scan.Seen} films seen, {scan.Changed} new or changed, {scan.Removed} gone.");
            LogDone(sentence);
            return sentence;
        }
        catch (ServiceFault fault)
        {
            scan = scan with { Error = fault.Message };
            Tell(fault);
            throw;
        }
        catch (OperationCanceledException)
        {
            scan = scan with { Result = ScanRecord.Stopped };
            throw;
        }
        finally
        {
            await library.AddScanAsync(scan with { EndedAt = tools.Time.GetUtcNow() }, CancellationToken.None);
        }
    }

    /// <summary>Reads single films again: Plex told that they changed. Those it no longer knows go, unless nothing else is answered either.</summary>
    /// <exception cref="ServiceFault">Plex cannot be asked.</exception>
    public async Task ReadAsync(IReadOnlyList<string> plexKeys, CancellationToken cancellationToken)
    {
        if (plexKeys.Count == 0 || tools.Settings.Current.Plex.Url.Length == 0)
            return;
        var chosen = (await plex.SectionsAsync(cancellationToken)).Select(section => section.Key).ToHashSet();
        HashSet<string> gone = [.. plexKeys];
        List<long> changed = [];
        await foreach (var batch in plex.DetailsAsync(plexKeys, cancellationToken))
        {
            IReadOnlyList<PlexFilm> ours = [.. batch.Films.Where(film => film.SectionKey.Length == 0 || chosen.Contains(film.SectionKey))];
            gone.ExceptWith(ours.Select(film => film.Key).Concat(batch.Unread));
            changed.AddRange(await library.StoreAsync(ours, cancellationToken));
        }

        changed.AddRange(await library.RemoveAsync(gone, cancellationToken));
        LogSingle(plexKeys.Count, changed.Count);
        await ChangedAsync(changed, cancellationToken);
    }

    private async Task<ScanRecord> ScanAsync(ScanRecord scan, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var known = await library.KnownAsync(cancellationToken);
        var lists = await ListAsync(progress, cancellationToken);
        var listed = lists.SelectMany(list => list.Films).DistinctBy(film => film.Key).ToList();
        var toRead = listed.Where(film => known.GetValueOrDefault(film.Key)?.Fingerprint != film.Fingerprint).Select(film => film.Key).ToList();
        LogToRead(listed.Count, toRead.Count);
        var (changed, unread) = await DetailsAsync(toRead, new ScanPace(toRead.Count, tools.Time, progress), cancellationToken);
        var gone = await GoneAsync(SectionList.Missing(lists, known), changed, cancellationToken);
        changed.AddRange(await library.RemoveAsync(gone, cancellationToken));
        await ChangedAsync(changed, cancellationToken);
        return scan with
        {
            Result = ScanRecord.Done,
            Seen = listed.Count,
            Changed = changed.Distinct().Count(),
            Added = toRead.Count(key => !known.ContainsKey(key)),
            Removed = gone.Count,
            Error = SectionList.Problems(lists, known, unread),
        };
    }

    private async Task<List<SectionList>> ListAsync(IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        List<SectionList> lists = [];
        var count = 0;
        foreach (var section in await plex.SectionsAsync(cancellationToken))
        {
            List<PlexListing> films = [];
            await foreach (var page in plex.ListAsync(section, cancellationToken).AheadAsync(PagesAhead, cancellationToken))
            {
                films.AddRange(page);
                count += page.Count;
                progress?.Report(new JobProgress(null, string.Create(CultureInfo.InvariantCulture, $"{count:N0} films listed")));
            }

            LogListed(section.Title, films.Count);
            lists.Add(new SectionList(section, films));
        }

        return lists;
    }

    private async Task<(List<long> Changed, int Unread)> DetailsAsync(List<string> toRead, ScanPace pace, CancellationToken cancellationToken)
    {
        List<long> changed = [];
        List<PlexFilm> waiting = [];
        var toldAt = tools.Time.GetTimestamp();
        // Plex describes the next films while the last ones are written; one write of many costs the disk as much as one of few.
        await foreach (var batch in plex.DetailsAsync(toRead, cancellationToken).AheadAsync(BatchesAhead, cancellationToken))
        {
            waiting.AddRange(batch.Films);
            pace.Read(batch.Films.Count);
            if (waiting.Count < FilmsAWrite && pace.Done < toRead.Count)
                continue;
            changed.AddRange(await library.StoreAsync(waiting, cancellationToken));
            waiting.Clear();
            if (tools.Time.GetElapsedTime(toldAt) < TellEvery)
                continue;
            // Whoever looks sees the library grow, but no faster than an eye can follow.
            toldAt = tools.Time.GetTimestamp();
            tools.Bus.Publish(new DomainEvent.LibraryChanged());
        }

        changed.AddRange(await library.StoreAsync(waiting, cancellationToken));
        return (changed, toRead.Count - pace.Done);
    }

    private async Task<IReadOnlyList<string>> GoneAsync(IReadOnlyList<string> missing, List<long> changed, CancellationToken cancellationToken)
    {
        if (missing.Count is 0 or > AskedBeforeTheyGo)
            return missing;
        HashSet<string> gone = [.. missing];
        await foreach (var batch in plex.DetailsAsync(missing, cancellationToken))
        {
            gone.ExceptWith(batch.Films.Select(film => film.Key).Concat(batch.Unread));
            changed.AddRange(await library.StoreAsync(batch.Films, cancellationToken));
        }

        return [.. gone];
    }

    private async Task ChangedAsync(IReadOnlyCollection<long> films, CancellationToken cancellationToken)
    {
        if (films.Count > 0)
            tools.Bus.Publish(new DomainEvent.LibraryChanged());
        await again.RunAsync(films, JudgingCause.LibraryChanged, cancellationToken);
    }

    /// <summary>One trouble, one finding: while the connection itself has one, that one says it.</summary>
    private void Tell(ServiceFault fault)
    {
        if (tools.Findings.Now.All(finding => finding.Id == Finding || !finding.Id.StartsWith("plex.", StringComparison.Ordinal)))
            tools.Findings.Raise(Finding, FindingSeverity.Error, $"The library could not be read. {fault.What}", $"{fault.Remedy} The films stay as last read; reading is tried again by itself.", "/settings/connections");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Library}: {Films} films listed")]
    private partial void LogListed(string library, int films);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Listed} films listed, {ToRead} to be read in full")]
    private partial void LogToRead(int listed, int toRead);

    [LoggerMessage(Level = LogLevel.Information, Message = "The library is read: {Sentence}")]
    private partial void LogDone(string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plex told of {Told} films; {Changed} have changed")]
    private partial void LogSingle(int told, int changed);
}
