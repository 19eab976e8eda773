using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Reports;

/// <summary>The report, worked out once for all tabs and not again within a minute: a library that is being read changes every second.</summary>
public sealed class ReportSource(ILibrary library, IRequests requests, TimeProvider time) : IDisposable
{
    private const int PageSize = 200;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private LibraryReport? _report;
    private DateTimeOffset _at;

    public async Task<LibraryReport> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_report is not null && time.GetUtcNow() - _at < Fresh)
                return _report;
            _report = await AddUpAsync(cancellationToken);
            _at = time.GetUtcNow();
            return _report;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<LibraryReport> AddUpAsync(CancellationToken cancellationToken)
    {
        var films = new LibraryTally();
        await foreach (var film in library.EachAsync(cancellationToken))
            films.Add(film);
        var decisions = new DecisionTally(time.GetUtcNow());
        Page<HistoryRow> page;
        var number = 1;
        do
        {
            page = await requests.HistoryAsync(number++, PageSize, null, cancellationToken);
            foreach (var row in page.Items)
                decisions.Add(row.Request);
        }
        while (page.Items.Count > 0 && (long)page.Number * page.Size < page.Total);
        return new LibraryReport
        {
            Counts = await library.CountsAsync(cancellationToken),
            Score = films.Score,
            Tiers = films.Tiers,
            Resolutions = films.Resolutions,
            Sound = films.Sound,
            Storage = films.Storage,
            Largest = films.Largest,
            Years = films.Years,
            Months = decisions.Months,
            People = decisions.People,
        };
    }
}
