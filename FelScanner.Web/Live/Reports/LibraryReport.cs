using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Reports;

/// <summary>One row of a table of figures: how many films or copies, and their size.</summary>
public sealed record ReportFigure(string Name, int Count, long Bytes, string Kind = "other", string? Filter = null);

/// <summary>One tier of the quality score.</summary>
public sealed record ReportTier(QualityTier Tier, string Name, string Meaning, int Films);

/// <summary>One of the largest films.</summary>
public sealed record ReportFilm(long Id, string Title, int? Year, int Copies, long Bytes, IReadOnlyList<BadgeView> Badges);

/// <summary>One month: what arrived, how much of it is proven FEL, its size, and what was declined.</summary>
public sealed record ReportMonth(DateOnly Month, int Arrived, int Proven, long Bytes, int Declined);

/// <summary>One person's decisions.</summary>
public sealed record ReportPerson(string Name, int Approved, int Declined);

/// <summary>Everything the reports page draws, and what can be taken away from it.</summary>
public sealed record LibraryReport
{
    public required LibraryCounts Counts { get; init; }

    /// <summary>0–100: the average of each film's best copy.</summary>
    public required int Score { get; init; }

    public required IReadOnlyList<ReportTier> Tiers { get; init; }

    /// <summary>Films by the resolution of their best copy, best first.</summary>
    public required IReadOnlyList<ReportFigure> Resolutions { get; init; }

    /// <summary>Films by the best sound of any copy, best first.</summary>
    public required IReadOnlyList<ReportFigure> Sound { get; init; }

    /// <summary>Copies and bytes by the kind of picture, largest first.</summary>
    public required IReadOnlyList<ReportFigure> Storage { get; init; }

    public required IReadOnlyList<ReportFilm> Largest { get; init; }

    /// <summary>Films by year, oldest first; years without a film are left out.</summary>
    public required IReadOnlyList<ReportFigure> Years { get; init; }

    /// <summary>The last twelve months, oldest first.</summary>
    public required IReadOnlyList<ReportMonth> Months { get; init; }

    public required IReadOnlyList<ReportPerson> People { get; init; }

    public int Arrived => Months.Sum(month => month.Arrived);
}
