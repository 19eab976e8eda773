using FelScanner.Web.Endpoints.Export;
using FelScanner.Web.Live.Dashboard;
using FelScanner.Web.Live.Reports;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /api/reports/export: every table of the reports page.</summary>
internal static class ReportEndpoints
{
    private static readonly IReadOnlyList<ExportColumn<ReportFigure>> Figures = [new("name", f => f.Name), new("count", f => f.Count), new("bytes", f => f.Bytes)];

    public static void MapReports(this IEndpointRouteBuilder api) =>
        api.MapGet("/reports/export", ExportAsync).ProducesProblem(400).WithTags("Reports")
            .WithSummary("One table of the reports page as csv or json: tiers, profiles, resolutions, sound, storage, largest, years, months or people.");

    private static async Task<IResult> ExportAsync(ReportSource reports, CancellationToken cancellationToken, string? table = null, string? format = null, bool? bom = null)
    {
        if (ExportForm.Of(format, bom) is not { } form)
            return ExportForm.Fault();
        var report = await reports.ReadAsync(cancellationToken).ConfigureAwait(false);
        return table switch
        {
            "tiers" => Table(table, form, report.Tiers, [new("tier", t => t.Name), new("meaning", t => t.Meaning), new("films", t => t.Films)]),
            "profiles" => Table(table, form, RingSlice.Of(report.Counts), [new("profile", s => s.Name), new("films", s => s.Count)]),
            "resolutions" => Table(table, form, report.Resolutions, Figures),
            "sound" => Table(table, form, report.Sound, Figures),
            "storage" => Table(table, form, report.Storage, Figures),
            "years" => Table(table, form, report.Years, Figures),
            "largest" => Table(table, form, report.Largest, [new("id", f => f.Id), new("title", f => f.Title), new("year", f => f.Year), new("copies", f => f.Copies), new("bytes", f => f.Bytes)]),
            "months" => Table(table, form, report.Months,
                [new("month", m => m.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)), new("arrived", m => m.Arrived), new("proven_fel", m => m.Proven), new("bytes", m => m.Bytes), new("declined", m => m.Declined)]),
            "people" => Table(table, form, report.People, [new("name", p => p.Name), new("approved", p => p.Approved), new("declined", p => p.Declined)]),
            _ => Problems.Result(StatusCodes.Status400BadRequest, "table is tiers, profiles, resolutions, sound, storage, largest, years, months or people."),
        };
    }

    private static ExportTable<T> Table<T>(string name, ExportForm form, IReadOnlyList<T> rows, IReadOnlyList<ExportColumn<T>> columns) => new(name, columns, rows.ToAsyncEnumerable(), form);
}
