using FelScanner.Core.Ports;
using FelScanner.Web.Live;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.Web.Preview;

internal sealed class PreviewDownloads(PreviewBus bus) : IDownloadBoard
{
    public IReadOnlyList<ActiveDownload> Now { get; private set; } = [];

    public bool Watched => Watchers > 0;

    public int Watchers { get; private set; }

    public void Put(IReadOnlyList<ActiveDownload> downloads)
    {
        Now = downloads;
        bus.Publish(new DomainEvent.DownloadsMoved());
    }

    public IDisposable Watch()
    {
        Watchers++;
        return new Handle(() => Watchers--);
    }

    private sealed class Handle(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

internal sealed class PreviewConnections(IReadOnlyList<ConnectionReport> now) : IConnectionBoard
{
    public IReadOnlyList<ConnectionReport> Now { get; private set; } = now;

    public void Put(IReadOnlyList<ConnectionReport> reports) => Now = reports;

    public void Keep(IReadOnlyCollection<string> services)
    {
    }
}

internal sealed class PreviewFindings(IReadOnlyList<Finding> now) : IFindings
{
    public IReadOnlyList<Finding> Now { get; private set; } = now;

    public void Put(params IReadOnlyList<Finding> findings) => Now = findings;

    public void Raise(string id, FindingSeverity severity, string message, string remedy, string? link = null)
    {
    }

    public void Clear(string id)
    {
    }

    public void ClearAllBut(string prefix, IReadOnlyCollection<string> keep)
    {
    }

    public void Resume(Finding finding)
    {
    }
}

internal sealed class PreviewSpace(bool known) : ISpaceView
{
    public FreeSpace? Of(string? folder) => known ? new FreeSpace(1_130_000_000_000, "Radarr") : null;
}

internal sealed class PreviewLogs(IReadOnlyList<LogLine> lines) : ILogView
{
    public event Action? Added
    {
        add { }
        remove { }
    }

    public IReadOnlyList<LogLine> Last(int count) => [.. lines.TakeLast(count)];
}

internal sealed class PreviewJobs(IReadOnlyList<JobRow> jobs, IReadOnlyList<JobRun> runs) : IJobsView
{
    public Task<IReadOnlyList<JobRow>> AllAsync(CancellationToken cancellationToken) => Task.FromResult(jobs);

    public Task<IReadOnlyList<JobRun>> RunsAsync(string? jobId, int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<JobRun>>([.. runs.Where(run => jobId is null || run.JobId == jobId).Take(count)]);
}

internal sealed class PreviewActivity(IReadOnlyList<ActivityEntry> all) : IActivity
{
    public Task AddAsync(ActivityEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Page<ActivityEntry>> PageAsync(string? kind, string? query, int page, int pageSize, CancellationToken cancellationToken)
    {
        ActivityEntry[] found = [.. all.Where(entry => query is null || entry.Sentence.Contains(query, StringComparison.OrdinalIgnoreCase))];
        return Task.FromResult(new Page<ActivityEntry>([.. found.Skip((page - 1) * pageSize).Take(pageSize)], page, pageSize, found.Length));
    }

    public Task<IReadOnlyList<ActivityEntry>> OfRequestAsync(string requestId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([.. all.Where(entry => entry.RequestId == requestId)]);

    public Task<IReadOnlyList<ActivityEntry>> OfFilmAsync(long filmId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([.. all.Where(entry => entry.FilmId == filmId)]);
}

internal sealed class PreviewNotebook(DateTimeOffset? readAt) : INotebook
{
    public Task<string?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult(key == Notes.LibraryReadAt ? readAt?.ToString("O") : null);

    public Task WriteAsync(string key, string? value, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, string>> AllAsync(string prefix, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
}

internal sealed class PreviewOutbox : IOutbox
{
    public Task PutAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OutboxRow>>([]);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public Task DoneAsync(OutboxRow row, CardPlace? place, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task LaterAsync(OutboxRow row, DateTimeOffset notBefore, string error, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PostponeAsync(OutboxRow row, DateTimeOffset notBefore, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task HastenAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CardPlace?> PlaceAsync(string cardId, string chatId, CancellationToken cancellationToken) =>
        Task.FromResult(cardId == "dune" ? new CardPlace(cardId, new ChatPlace(chatId, 7, false), "", default) : null);

    public Task<int> CountAsync(CancellationToken cancellationToken) => Task.FromResult(0);
}

internal sealed class PreviewBackup : IBackup
{
    public Task WriteAsync(string file, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string> WriteScheduledAsync(int keep, CancellationToken cancellationToken) => Task.FromResult("felscanner.zip");

    public IReadOnlyList<(string File, long Bytes, DateTimeOffset At)> List() => [("/data/backups/felscanner-2026-01-31.zip", 14_200_000, DateTimeOffset.UtcNow.AddHours(-5))];
}

internal sealed class PreviewFeeds(IReadOnlyList<FeedRow> feeds) : IFeedsView
{
    public Task<IReadOnlyList<FeedRow>> NowAsync(CancellationToken cancellationToken) => Task.FromResult(feeds);
}
