using System.Text.Json.Nodes;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Plex;

/// <summary>Writes items as Plex does: versions are Media, files are Part, and only details carry streams.</summary>
internal static class PlexJson
{
    private const int OptimisedVersion = 42;

    public static JsonObject Item(PlexItem item, string root, bool withStreams, bool withGuids)
    {
        var film = item.Film;
        var json = new JsonObject
        {
            ["ratingKey"] = item.RatingKey,
            ["key"] = $"/library/metadata/{item.RatingKey}",
            ["guid"] = $"plex://movie/{film.Id.ToString("x24", null)}",
            ["type"] = "movie",
            ["title"] = film.Title,
            ["year"] = film.Year,
            ["summary"] = "",
            ["thumb"] = $"/library/metadata/{item.RatingKey}/thumb/{film.UpdatedAt.ToInvariant()}",
            ["addedAt"] = Math.Max(1_763_000_000, item.Copies.Max(c => c.AddedAt)),
            ["updatedAt"] = film.UpdatedAt,
            ["duration"] = film.Minutes * 60_000L,
            ["Media"] = item.Copies.Select(copy => Media(film, copy, root, withStreams)).ToArray(),
        };
        json.With("originalTitle", film.OriginalTitle);
        if (withStreams)
            json["librarySectionID"] = Wire.ToInt(item.Section);
        if (withGuids)
            json["Guid"] = Guids(film);
        return json;
    }

    private static JsonArray Guids(SimFilm film)
    {
        var guids = new JsonArray();
        if (film.ImdbId is { } imdb)
            guids.Add(new JsonObject { ["id"] = $"imdb://{imdb}" });
        if (film.TmdbId is { } tmdb)
            guids.Add(new JsonObject { ["id"] = $"tmdb://{tmdb.ToInvariant()}" });
        return guids;
    }

    private static JsonObject Media(SimFilm film, SimCopy copy, string root, bool withStreams)
    {
        var media = new JsonObject { ["id"] = copy.Id, ["container"] = "mkv" };
        if (copy.Optimised)
            media.With("proxyType", OptimisedVersion).With("title", "Optimized for Mobile").With("target", "Mobile");
        if (copy.Analysed)
        {
            var (width, height) = PlexStreams.Frame(copy);
            media["duration"] = film.Minutes * 60_000L;
            media["bitrate"] = PlexStreams.Kbps(film, copy);
            media["width"] = width;
            media["height"] = height;
            media["aspectRatio"] = 1.78;
            media["audioChannels"] = PlexStreams.Channels(copy.Sound);
            media["audioCodec"] = PlexStreams.SoundCodec(copy.Sound);
            media["videoCodec"] = copy.VideoCodec;
            media["videoResolution"] = copy.Lines == 2160 ? "4k" : copy.Lines.ToInvariant();
            media["videoFrameRate"] = "24p";
            media["videoProfile"] = copy.VideoCodec == "hevc" ? "main 10" : "high";
        }
        var part = new JsonObject
        {
            ["id"] = copy.Id + 500_000,
            ["key"] = $"/library/parts/{(copy.Id + 500_000).ToInvariant()}/1763000000/file.mkv",
            ["duration"] = film.Minutes * 60_000L,
            ["file"] = $"{root}/{film.Folder}/{copy.FileName}",
            ["size"] = copy.Bytes,
            ["container"] = "mkv",
        };
        if (withStreams && copy.Analysed)
            part["Stream"] = PlexStreams.Of(film, copy);
        media["Part"] = new JsonArray(part);
        return media;
    }
}
