namespace FelScanner.Web.Live.Reports;

/// <summary>One bar of a list. <paramref name="Percent"/> is of the longest one; <paramref name="Note"/> stands beside the figure.</summary>
public sealed record ReportBar(string Name, string Figure, string Kind, double Percent, string? Href = null, string? Note = null)
{
    public static IReadOnlyList<ReportBar> ByCount(IReadOnlyList<ReportFigure> figures)
    {
        var most = Math.Max(1, figures.Select(figure => figure.Count).DefaultIfEmpty().Max());
        return [.. figures.Select(figure => new ReportBar(figure.Name, Words.Count(figure.Count), figure.Kind, figure.Count * 100.0 / most, HrefOf(figure), Words.Size(figure.Bytes)))];
    }

    public static IReadOnlyList<ReportBar> ByBytes(IReadOnlyList<ReportFigure> figures)
    {
        var most = Math.Max(1, figures.Select(figure => figure.Bytes).DefaultIfEmpty().Max());
        return [.. figures.Select(figure => new ReportBar(figure.Name, Words.Size(figure.Bytes), figure.Kind, figure.Bytes * 100.0 / most, HrefOf(figure), $"{Words.Count(figure.Count)} {(figure.Count == 1 ? "copy" : "copies")}"))];
    }

    private static string? HrefOf(ReportFigure figure) => figure.Filter is null ? null : $"library?kind={figure.Filter}";
}
