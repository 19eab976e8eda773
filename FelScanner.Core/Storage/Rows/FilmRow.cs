using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Storage.Rows;

/// <summary>A film with the figures of its copies worked out beforehand, so that the library page filters and sorts in SQL.</summary>
internal sealed class FilmRow
{
    public long Id { get; set; }
    public required string Title { get; set; }
    public int? Year { get; set; }
    public string? OtherTitles { get; set; }
    public int? TmdbId { get; set; }
    public string? ImdbId { get; set; }
    public DateTimeOffset? AddedAt { get; set; }

    /// <summary>Folded title and year: the last way to recognise a film without ids.</summary>
    public required string MatchKey { get; set; }

    /// <summary>All folded titles, for searching and sorting.</summary>
    public required string TitleKey { get; set; }
    public FilmKind Kind { get; set; }
    public bool DolbyVision { get; set; }
    public bool Atmos { get; set; }
    public Resolution Resolution { get; set; }
    public int CopyCount { get; set; }
    public long Bytes { get; set; }
    public int BitrateKbps { get; set; }
    public bool Unreadable { get; set; }
    public bool Unanalysed { get; set; }
    public List<FilmItemRow> Items { get; set; } = [];
}
