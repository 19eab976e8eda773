namespace FelScanner.Core.Storage.Rows;

/// <summary>Everything concluded about one release, as JSON.</summary>
internal sealed class JudgementRow
{
    public long ReleaseId { get; set; }
    public required string Parsed { get; set; }
    public required string Offered { get; set; }
    public required string Verdict { get; set; }
    public string? FilmTitle { get; set; }
    public int? FilmYear { get; set; }
    public int? FilmTmdbId { get; set; }
    /// <summary>Films that fit when it is unsure.</summary>
    public List<long> Candidates { get; set; } = [];
    public bool FilmPicked { get; set; }
}
