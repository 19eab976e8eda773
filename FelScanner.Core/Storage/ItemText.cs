using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>A Plex item's row from what Plex told.</summary>
internal static class ItemText
{
    public static void Write(FilmItemRow row, PlexFilm plexFilm)
    {
        row.SectionKey = plexFilm.SectionKey;
        row.Fingerprint = plexFilm.Fingerprint;
        row.Title = plexFilm.Film.Title;
        row.Year = plexFilm.Film.Year;
        row.OtherTitles = StorageJson.Texts(plexFilm.Film.OtherTitles);
        row.TmdbId = plexFilm.Film.TmdbId;
        row.ImdbId = plexFilm.Film.ImdbId;
        row.AddedAt = plexFilm.Film.AddedAt is { } added ? UtcText.Read(UtcText.Write(added)) : null;
    }
}
