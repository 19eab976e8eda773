using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;

namespace FelScanner.Core.Jobs;

/// <summary>A job's run: who asked for it, and where its progress goes.</summary>
public sealed record JobTurn(bool ByHand, IProgress<JobProgress> Progress);

/// <summary>One job: its public id, its name for people, how often it runs, and the verb it is.</summary>
public sealed record JobDefinition(string Id, string Name, Func<FelSettings, TimeSpan> Every, Func<JobTurn, CancellationToken, Task<string>> Run);

/// <summary>Every job of the program. Jobs say when; the verbs say what.</summary>
public sealed class JobCatalogue(
    ScanLibrary scan, CheckFeeds feeds, TrackDownloads track, CheckConnections connections, JobCatalogueMore more)
{
    public const string ProbeFiles = "probe-files";
    private static readonly TimeSpan ProbeByHand = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ProbeByClock = TimeSpan.FromMinutes(5);

    public IReadOnlyList<JobDefinition> All { get; } =
    [
        new("scan-library", "Scan the library", s => TimeSpan.FromHours(s.Running.ScanIntervalHours), (turn, ct) => ScanAsync(scan, more, turn, ct)),
        new("check-feeds", "Check the feeds", _ => TimeSpan.FromMinutes(1), (turn, ct) => feeds.RunAsync(turn.ByHand, ct)),
        new("track-downloads", "Follow the downloads", _ => TimeSpan.FromSeconds(30), (turn, ct) => TrackAsync(track, more, turn, ct)),
        new("check-connections", "Check the connections", s => TimeSpan.FromMinutes(s.Running.ConnectionCheckMinutes), (turn, ct) => connections.RunAsync(turn.ByHand, ct)),
        new("expire-requests", "Expire requests and offer the queue", _ => TimeSpan.FromSeconds(10), (_, ct) => more.Expire.RunAsync(ct)),
        new("deliver-messages", "Deliver messages", _ => TimeSpan.FromSeconds(30), (_, ct) => more.Deliver.RunAsync(ct)),
        new(ProbeFiles, "Read the layer of every copy", _ => TimeSpan.FromMinutes(10), (turn, ct) => more.Probe.RunAsync(turn.ByHand ? ProbeByHand : ProbeByClock, turn.Progress, ct)),
        new("backup", "Back up", s => TimeSpan.FromHours(s.Running.BackupIntervalHours), (_, ct) => more.BackUp.RunAsync(ct)),
    ];

    /// <summary>What somebody wants stopped is not begun again first.</summary>
    private static async Task<string> TrackAsync(TrackDownloads track, JobCatalogueMore more, JobTurn turn, CancellationToken cancellationToken)
    {
        await more.Wishes.RunAsync(cancellationToken);
        return await track.RunAsync(turn.ByHand, cancellationToken);
    }

    /// <summary>Collections follow the library.</summary>
    private static async Task<string> ScanAsync(ScanLibrary scan, JobCatalogueMore more, JobTurn turn, CancellationToken cancellationToken)
    {
        var seen = await scan.RunAsync(turn.Progress, cancellationToken);
        if (!more.Settings.Current.Plex.ManageCollections)
            return seen;
        var changes = await more.Collections.RunAsync(dryRun: false, cancellationToken);
        var refused = string.Concat(changes.Where(c => c.Refusal is not null).Select(c => $" {c.Refusal}"));
        return $"{seen} Collections: {changes.Sum(c => c.Add)} added, {changes.Sum(c => c.Remove)} taken out.{refused}";
    }

    public JobDefinition? Find(string id) => All.FirstOrDefault(job => job.Id == id);
}

/// <summary>The verbs that need no thought beside the main ones.</summary>
public sealed record JobCatalogueMore(ExpireRequests Expire, DeliverMessages Deliver, ProbeFiles Probe, BackUp BackUp, KeepCollections Collections, CarryOutWishes Wishes, ISettings Settings);
