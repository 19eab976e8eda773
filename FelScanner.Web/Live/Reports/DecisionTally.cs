using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;

namespace FelScanner.Web.Live.Reports;

/// <summary>Adds decisions and downloads up by month and by person.</summary>
internal sealed class DecisionTally(DateTimeOffset now)
{
    private const int Shown = 12;

    private readonly Dictionary<DateOnly, ReportMonth> _months = [];
    private readonly Dictionary<string, ReportPerson> _people = new(StringComparer.Ordinal);

    public IReadOnlyList<ReportMonth> Months => [.. Enumerable.Range(0, Shown).Select(back => First(now).AddMonths(back - Shown + 1)).Select(OfMonth)];

    public IReadOnlyList<ReportPerson> People => [.. _people.Values.OrderByDescending(person => person.Approved + person.Declined).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];

    public void Add(DownloadRequest request)
    {
        if ((request.CompletedAt ?? request.DecidedAt) is { } at)
        {
            var month = OfMonth(First(at));
            _months[month.Month] = request.Status switch
            {
                RequestStatus.Completed => month with { Arrived = month.Arrived + 1, Bytes = month.Bytes + (request.Bytes ?? 0), Proven = month.Proven + (request is { LayerProven: true, ArrivedLayer: EnhancementLayer.Fel } ? 1 : 0) },
                RequestStatus.Declined => month with { Declined = month.Declined + 1 },
                _ => month,
            };
        }

        // What ran out was decided by nobody.
        if (request.DecidedBy is not { Length: > 0 } name || request.Status == RequestStatus.Expired)
            return;
        var person = _people.GetValueOrDefault(name) ?? new ReportPerson(name, 0, 0);
        _people[name] = request.Status == RequestStatus.Declined ? person with { Declined = person.Declined + 1 } : person with { Approved = person.Approved + 1 };
    }

    private ReportMonth OfMonth(DateOnly month) => _months.GetValueOrDefault(month) ?? new ReportMonth(month, 0, 0, 0, 0);

    private static DateOnly First(DateTimeOffset moment) => new(moment.Year, moment.Month, 1);
}
