using System.Text.Json.Nodes;
using FelScanner.Web.Demo.Plex;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Radarr;

/// <summary>Writes films as Radarr does: one file a film, Dolby Vision without a profile, and no property that is null.</summary>
internal static class RadarrJson
{
    public static JsonObject Movie(SimFilm film, string root)
    {
        var json = new JsonObject
        {
            ["title"] = film.Title,
            ["originalTitle"] = film.OriginalTitle ?? film.Title,
            ["originalLanguage"] = Language(),
            ["alternateTitles"] = film.AlternativeTitles.Select((t, i) => new JsonObject { ["sourceType"] = "tmdb", ["movieMetadataId"] = film.Id, ["title"] = t, ["id"] = (film.Id * 100) + i }).ToArray(),
            ["sortTitle"] = Words(film.Title, " "),
            ["sizeOnDisk"] = FirstSize(film),
            ["status"] = "released",
            ["images"] = new JsonArray(new JsonObject
            {
                ["coverType"] = "poster",
                ["url"] = $"/MediaCover/{film.Id.ToInvariant()}/poster.jpg?lastWrite=638000000000000000",
            }),
            ["year"] = film.Year,
            ["path"] = $"{root}/{film.Folder}",
            ["qualityProfileId"] = 5,
            ["hasFile"] = film.Copies.Count > 0,
            ["movieFileId"] = film.Copies.Count > 0 ? film.Id : 0,
            ["monitored"] = true,
            ["minimumAvailability"] = "released",
            ["isAvailable"] = true,
            ["folderName"] = $"{root}/{film.Folder}",
            ["runtime"] = film.Minutes,
            ["cleanTitle"] = Words(film.Title, ""),
        };
        json.With("imdbId", film.ImdbId);
        json["tmdbId"] = film.TmdbId;
        json["titleSlug"] = film.TmdbId?.ToInvariant();
        json["rootFolderPath"] = root;
        json["genres"] = new JsonArray();
        json["tags"] = new JsonArray();
        if (film.Copies.Count > 0)
            json["movieFile"] = MovieFile(film, root);
        json["statistics"] = new JsonObject { ["movieFileCount"] = film.Copies.Count > 0 ? 1 : 0, ["sizeOnDisk"] = FirstSize(film) };
        json["id"] = film.Id;
        return json;
    }

    public static JsonObject MovieFile(SimFilm film, string root)
    {
        var copy = film.Copies[0];
        var remux = copy.FileName.Contains("remux", StringComparison.OrdinalIgnoreCase);
        return new JsonObject
        {
            ["movieId"] = film.Id,
            ["relativePath"] = copy.FileName,
            ["path"] = $"{root}/{film.Folder}/{copy.FileName}",
            ["size"] = copy.Bytes,
            ["dateAdded"] = "2025-11-22T06:09:53Z",
            ["sceneName"] = Path.GetFileNameWithoutExtension(copy.FileName),
            ["edition"] = "",
            ["languages"] = new JsonArray(Language()),
            ["quality"] = new JsonObject
            {
                ["quality"] = new JsonObject
                {
                    ["id"] = remux ? 31 : 18,
                    ["name"] = $"{(remux ? "Remux" : "WEBDL")}-{copy.Lines.ToInvariant()}p",
                    ["source"] = remux ? "bluray" : "webdl",
                    ["resolution"] = copy.Lines,
                    ["modifier"] = remux ? "remux" : "none",
                },
                ["revision"] = new JsonObject { ["version"] = 1, ["real"] = 0, ["isRepack"] = false },
            },
            ["mediaInfo"] = MediaInfo(film, copy),
            ["qualityCutoffNotMet"] = false,
            ["id"] = film.Id,
        };
    }

    public static JsonObject Missing(string id) => new()
    {
        ["type"] = "https://tools.ietf.org/html/rfc9110#section-15.5.5",
        ["title"] = "Not Found",
        ["status"] = 404,
        ["traceId"] = $"00-{id.PadLeft(32, '0')}-0000000000000000-00",
    };

    private static JsonObject MediaInfo(SimFilm film, SimCopy copy)
    {
        var (width, height) = PlexStreams.Frame(copy);
        return new JsonObject
        {
            ["audioChannels"] = PlexStreams.Channels(copy.Sound) == 8 ? 7.1 : 5.1,
            ["audioCodec"] = copy.Sound switch
            {
                SimSound.TrueHd or SimSound.TrueHdAtmos => "TrueHD",
                SimSound.Ddp or SimSound.DdpAtmos => "EAC3",
                SimSound.Dd => "AC3",
                SimSound.DtsHdMa => "DTS-HD MA",
                SimSound.DtsX => "DTS-X",
                SimSound.Dts => "DTS",
                _ => "AAC",
            },
            ["audioLanguages"] = "eng",
            ["videoBitDepth"] = copy.VideoCodec == "hevc" ? 10 : 8,
            ["videoBitrate"] = PlexStreams.Kbps(film, copy) * 1000L,
            ["videoCodec"] = copy.VideoCodec == "hevc" ? "HEVC" : "AVC",
            ["videoFps"] = 23.976,
            ["videoDynamicRange"] = copy.Picture == SimPicture.Sdr ? "" : "HDR",
            ["videoDynamicRangeType"] = copy.Picture switch
            {
                SimPicture.P5 => "DV",
                SimPicture.P8 or SimPicture.P7Fel or SimPicture.P7Mel => "DV HDR10",
                SimPicture.Hdr10Plus => "HDR10Plus",
                SimPicture.Hdr10 => "HDR10",
                SimPicture.Hlg => "HLG",
                _ => "",
            },
            ["resolution"] = $"{width.ToInvariant()}x{height.ToInvariant()}",
            ["runTime"] = $"{(film.Minutes / 60).ToInvariant()}:{(film.Minutes % 60).ToString("00", null)}:00",
            ["scanType"] = "Progressive",
            ["subtitles"] = "eng",
        };
    }

    /// <summary>The download client that it watches, as far as somebody needs it who must not use its category.</summary>
    public static JsonObject DownloadClient(string category) => new()
    {
        ["enable"] = true,
        ["protocol"] = "torrent",
        ["priority"] = 1,
        ["name"] = "qBittorrent",
        ["fields"] = new JsonArray(
            new JsonObject { ["order"] = 0, ["name"] = "host", ["label"] = "Host", ["value"] = "localhost", ["type"] = "textbox" },
            new JsonObject { ["order"] = 6, ["name"] = "movieCategory", ["label"] = "Category", ["value"] = category, ["type"] = "textbox" },
            new JsonObject { ["order"] = 7, ["name"] = "movieImportedCategory", ["label"] = "Post-Import Category", ["type"] = "textbox" },
            new JsonObject { ["order"] = 8, ["name"] = "recentMoviePriority", ["label"] = "Recent Priority", ["value"] = 0, ["type"] = "select" }),
        ["implementation"] = "QBittorrent",
        ["configContract"] = "QBittorrentSettings",
        ["id"] = 1,
    };

    private static long FirstSize(SimFilm film) => film.Copies is [var first, ..] ? first.Bytes : 0;

    private static JsonObject Language() => new() { ["id"] = 1, ["name"] = "English" };

    private static string Words(string title, string between) =>
        string.Join(between, new string([.. title.ToUpperInvariant().Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
