using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>The filters of the releases page in SQL.</summary>
internal static class ReleaseQuery
{
    public static IQueryable<ReleaseRow> Of(IQueryable<ReleaseRow> rows, ReleaseFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Verdict))
            rows = ByVerdict(rows, filter.Verdict);
        if (!string.IsNullOrEmpty(filter.Feed))
            rows = rows.Where(row => row.Feed == filter.Feed);
        if (filter.FilmId is { } film)
            rows = rows.Where(row => row.FilmId == film);
        if (filter.Available is { } available)
            rows = rows.Where(row => row.Available == available);
        if (filter.Evidence is { } evidence)
            rows = rows.Where(row => row.Evidence == evidence);
        if (filter.MaybeFel is { } maybe)
            rows = rows.Where(row => row.MaybeFel == maybe);
        foreach (var word in FoldedText.Words(filter.Query))
            rows = rows.Where(row => row.NameKey.Contains(word));
        return rows;
    }

    /// <summary>Releases taken for one of these films, or for which one of them is a candidate.</summary>
    public static IQueryable<ReleaseRow> OfFilms(IQueryable<ReleaseRow> rows, IReadOnlyCollection<long> films) =>
        rows.Where(row => (row.FilmId != null && films.Contains(row.FilmId.Value))
            || (row.Verdict == VerdictKind.Unsure && row.Judgement!.Candidates.Any(id => films.Contains(id))));

    /// <summary>A release not judged yet is an error to the eye; an unknown word lists nothing.</summary>
    private static IQueryable<ReleaseRow> ByVerdict(IQueryable<ReleaseRow> rows, string word) => word.ToLowerInvariant() switch
    {
        "notify" => rows.Where(row => row.Verdict == VerdictKind.Notify),
        "skip" => rows.Where(row => row.Verdict == VerdictKind.Skip),
        "unsure" => rows.Where(row => row.Verdict == VerdictKind.Unsure),
        "error" => rows.Where(row => row.Verdict == VerdictKind.Error || row.Verdict == null),
        _ => rows.Where(_ => false),
    };
}
