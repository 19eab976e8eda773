namespace FelScanner.Core.Storage.Rows;

/// <summary>One Plex item; the items of one film in several libraries share a <see cref="FilmRow"/>.</summary>
internal sealed class FilmItemRow
{
    public required string PlexKey { get; set; }
    public long FilmId { get; set; }
    public required FilmRow Film { get; set; }
    public required string SectionKey { get; set; }
    public required string Fingerprint { get; set; }
    public required string Title { get; set; }
    public int? Year { get; set; }
    public string? OtherTitles { get; set; }
    public int? TmdbId { get; set; }
    public string? ImdbId { get; set; }
    public DateTimeOffset? AddedAt { get; set; }
    public List<CopyRow> Copies { get; set; } = [];
}
