using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Plex;

/// <summary>Plex's items as films and copies.</summary>
internal static class PlexReading
{
    /// <summary>Plex's mark of an optimised version that it made itself.</summary>
    private const int Optimised = 42;

    public static PlexFilm? Film(PlexItem item, PlexContainer container)
    {
        if (item.RatingKey is not { Length: > 0 } key || item.Type is not (null or "movie"))
            return null;
        var library = item.LibrarySectionTitle ?? container.LibrarySectionTitle;
        return new PlexFilm(key, item.LibrarySectionId ?? container.LibrarySectionId ?? "", Fingerprint(item), new Film
        {
            Title = item.Title ?? "",
            Year = item.Year is > 1800 and < 2200 ? item.Year : null,
            OtherTitles = item.OriginalTitle is { Length: > 0 } original && original != item.Title ? [original] : [],
            TmdbId = int.TryParse(GuidOf(item, "tmdb", "themoviedb"), CultureInfo.InvariantCulture, out var tmdb) ? tmdb : null,
            ImdbId = GuidOf(item, "imdb") is { } imdb && imdb.StartsWith("tt", StringComparison.Ordinal) ? imdb : null,
            PlexKeys = [key],
            AddedAt = Moment(item.AddedAt),
            Copies = [.. (item.Media ?? []).Where(m => m.ProxyType != Optimised).Select(m => Copy(m, key, library))],
        });
    }

    /// <summary>A short digest of what a list tells of a film; the same for its full description while nothing changed.</summary>
    public static string Fingerprint(PlexItem item)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{item.UpdatedAt}");
        foreach (var media in item.Media ?? [])
        {
            // The width appears when the file has been analysed.
            text.Append(CultureInfo.InvariantCulture, $"|{media.Id}:{media.Width}");
            foreach (var part in media.Part ?? [])
                text.Append(CultureInfo.InvariantCulture, $"/{part.Size}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 10));
    }

    private static Copy Copy(PlexMedia media, string key, string? library)
    {
        var parts = (media.Part ?? []).Where(p => p.File is { Length: > 0 }).ToArray();
        var streams = parts.FirstOrDefault(p => p.Stream is { Count: > 0 })?.Stream ?? [];
        var video = streams.FirstOrDefault(s => s.StreamType == 1);
        var sound = PlexSound.Of(media, streams);
        return new Copy
        {
            Quality = PlexPicture.Read(video, media, sound, parts.Any(p => p.Size > 0) ? parts.Sum(p => Math.Max(0, p.Size ?? 0)) : null),
            Analysed = video is not null && (video.Width ?? media.Width) > 0,
            Path = parts.FirstOrDefault()?.File,
            MoreFiles = [.. parts.Skip(1).Select(p => p.File!)],
            Library = library,
            PlexKey = key,
            MediaId = media.Id,
            BitrateKbps = media.Bitrate,
            VideoCodec = video?.Codec ?? media.VideoCodec,
            Container = media.Container,
            Width = video?.Width ?? media.Width,
            Height = video?.Height ?? media.Height,
            AudioTracks = sound.Lines,
        };
    }

    // New agents list their ids; old ones have one: "com.plexapp.agents.imdb://tt0000001?lang=en".
    private static string? GuidOf(PlexItem item, params ReadOnlySpan<string> agents)
    {
        foreach (var guid in (item.Guid ?? []).Select(g => g.Id).Append(item.OldGuid).OfType<string>())
        {
            if (guid.Split("://") is not [var scheme, var rest])
                continue;
            foreach (var agent in agents)
            {
                if (scheme == agent || scheme.EndsWith("." + agent, StringComparison.Ordinal))
                    return rest.Split('?', '/')[0];
            }
        }

        return null;
    }

    private static DateTimeOffset? Moment(long? unix) => unix is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(unix.Value) : null;
}
