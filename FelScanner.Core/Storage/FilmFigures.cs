using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Works out a film's row from its items and copies: the merged titles and ids, the kind of its best copy, the sums.</summary>
internal static class FilmFigures
{
    public static void Write(FilmRow film, IReadOnlyList<Copy> copies, bool unreadable)
    {
        var best = copies.Select(copy => copy.Quality).MaxBy(quality => (quality.Resolution, Kind(quality)));
        film.Kind = best is null ? FilmKind.Other : Kind(best);
        film.DolbyVision = best is { } quality && (quality.DolbyVision == true || quality.Profile is not null);
        film.Resolution = best?.Resolution ?? Resolution.Unknown;
        film.Atmos = copies.Any(copy => copy.Quality.Atmos == true);
        film.CopyCount = copies.Count;
        film.Bytes = copies.Sum(copy => copy.Quality.Bytes ?? 0);
        film.BitrateKbps = copies.Max(copy => copy.BitrateKbps) ?? 0;
        film.Unreadable = unreadable;
        film.Unanalysed = copies.Any(copy => !copy.Analysed);
    }

    /// <summary>Titles and ids of all items; the first item by Plex's key names the film.</summary>
    public static void Merge(FilmRow film)
    {
        var items = film.Items.OrderBy(item => item.PlexKey.Length).ThenBy(item => item.PlexKey, StringComparer.Ordinal).ToList();
        var first = items[0];
        IReadOnlyList<string> others = [.. items.SelectMany(item => StorageJson.Texts(item.OtherTitles).Prepend(item.Title))
            .Where(title => title != first.Title).Distinct(StringComparer.OrdinalIgnoreCase)];
        film.Title = first.Title;
        film.Year = items.Select(item => item.Year).FirstOrDefault(year => year is not null);
        film.TmdbId = items.Select(item => item.TmdbId).FirstOrDefault(id => id is not null);
        film.ImdbId = items.Select(item => item.ImdbId).FirstOrDefault(id => id is not null);
        film.AddedAt = items.Min(item => item.AddedAt);
        film.OtherTitles = StorageJson.Texts(others);
        film.MatchKey = MatchKey(film.Title, film.Year);
        film.TitleKey = string.Join('|', others.Prepend(film.Title).Select(FoldedText.Of));
    }

    public static string MatchKey(string title, int? year) => $"{FoldedText.Of(title)}|{year}";

    public static FilmKind Kind(PictureAndSound quality) => quality switch
    {
        { Layer: EnhancementLayer.Fel, Evidence: Evidence.Proven } => FilmKind.FelProven,
        { Layer: EnhancementLayer.Fel } => FilmKind.Fel,
        { Layer: EnhancementLayer.Mel } => FilmKind.Mel,
        { Profile: 7 } => FilmKind.MaybeFel,
        { Profile: 8 } => FilmKind.P8,
        { Profile: 5 } => FilmKind.P5,
        { DolbyVision: true } or { Profile: not null } => FilmKind.OtherDolbyVision,
        { Hdr: HdrKind.Hdr10Plus } => FilmKind.Hdr10Plus,
        { Hdr: HdrKind.Hdr10 } => FilmKind.Hdr10,
        { Hdr: HdrKind.Hlg } => FilmKind.Hlg,
        { Hdr: HdrKind.Sdr } => FilmKind.Sdr,
        _ => FilmKind.Other,
    };
}
