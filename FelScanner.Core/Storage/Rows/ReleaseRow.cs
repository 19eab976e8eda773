using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Core.Storage.Rows;

/// <summary>A release ever seen, kept narrow so that filters stay quick; what was concluded is in <see cref="JudgementRow"/>.</summary>
internal sealed class ReleaseRow
{
    public long Id { get; set; }
    public required string Name { get; set; }
    public required string NameKey { get; set; }
    public required string Feed { get; set; }
    public string? FeedId { get; set; }
    public string? InfoHash { get; set; }
    public int? TmdbId { get; set; }
    public string? ImdbId { get; set; }
    public long? Bytes { get; set; }
    public int? Seeders { get; set; }
    public bool Freeleech { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset FirstSeen { get; set; }
    public DateTimeOffset LastSeen { get; set; }

    /// <summary>Null until it was judged.</summary>
    public VerdictKind? Verdict { get; set; }
    public long? FilmId { get; set; }
    public string? RequestId { get; set; }
    public bool Available { get; set; }
    public bool FirstReading { get; set; }
    public bool Blocked { get; set; }
    public bool JudgeAgain { get; set; }
    public Evidence Evidence { get; set; }
    public bool MaybeFel { get; set; }
    public DateTimeOffset? JudgedAt { get; set; }
    public string? Query { get; set; }
    public string? DetailsUrl { get; set; }

    /// <summary>Sealed: may carry a pass key.</summary>
    public string? Url { get; set; }

    /// <summary>Sealed: its trackers may carry a pass key.</summary>
    public string? MagnetLink { get; set; }
    public string? Description { get; set; }
    public JudgementRow? Judgement { get; set; }
}
