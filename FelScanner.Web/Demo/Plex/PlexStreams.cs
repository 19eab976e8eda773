using System.Text.Json.Nodes;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Plex;

/// <summary>The streams of one file as Plex's analysis describes them: it tells Dolby Vision's profile, but never FEL from MEL.</summary>
internal static class PlexStreams
{
    public static JsonArray Of(SimFilm film, SimCopy copy) => [Video(film, copy), Audio(copy), Subtitle(copy)];

    public static (int Width, int Height) Frame(SimCopy copy) => copy.Lines switch
    {
        2160 => (3840, 2160),
        1080 => (1920, 1080),
        720 => (1280, 720),
        _ => (1024, copy.Lines),
    };

    public static int Kbps(SimFilm film, SimCopy copy) => (int)(copy.Bytes * 8 / 1000 / Math.Max(1, film.Minutes * 60));

    public static int Channels(SimSound sound) => sound is SimSound.TrueHdAtmos or SimSound.TrueHd or SimSound.DtsX ? 8 : sound == SimSound.Aac ? 2 : 6;

    public static string SoundCodec(SimSound sound) => sound switch
    {
        SimSound.TrueHd or SimSound.TrueHdAtmos => "truehd",
        SimSound.Ddp or SimSound.DdpAtmos => "eac3",
        SimSound.Dd => "ac3",
        SimSound.Dts or SimSound.DtsHdMa or SimSound.DtsX => "dca",
        _ => "aac",
    };

    private static JsonObject Video(SimFilm film, SimCopy copy)
    {
        var (width, height) = Frame(copy);
        var hevc = copy.VideoCodec == "hevc";
        var video = new JsonObject
        {
            ["id"] = (copy.Id * 10L) + 1,
            ["streamType"] = 1,
            ["default"] = true,
            ["codec"] = copy.VideoCodec,
            ["index"] = 0,
            ["bitrate"] = Kbps(film, copy) * 92 / 100,
            ["bitDepth"] = hevc ? 10 : 8,
            ["codedHeight"] = height,
            ["codedWidth"] = width,
            ["colorRange"] = "tv",
            ["frameRate"] = 23.976,
            ["height"] = height,
            ["level"] = hevc ? 153 : 41,
            ["profile"] = hevc ? "main 10" : "high",
            ["width"] = width,
            ["displayTitle"] = DisplayTitle(copy),
            ["extendedDisplayTitle"] = DisplayTitle(copy),
        };
        return DolbyVision(Colour(video, copy.Picture), copy.Picture);
    }

    private static JsonObject Colour(JsonObject video, SimPicture picture) => picture switch
    {
        SimPicture.P5 => video,
        SimPicture.Sdr => video.With("colorTrc", "bt709").With("colorPrimaries", "bt709").With("colorSpace", "bt709"),
        SimPicture.Hlg => video.With("colorTrc", "arib-std-b67").With("colorPrimaries", "bt2020").With("colorSpace", "bt2020nc"),
        _ => video.With("colorTrc", "smpte2084").With("colorPrimaries", "bt2020").With("colorSpace", "bt2020nc"),
    };

    private static JsonObject DolbyVision(JsonObject video, SimPicture picture)
    {
        (int Profile, bool Layer, int Compatible)? vision = picture switch
        {
            SimPicture.P5 => (5, false, 0),
            SimPicture.P8 => (8, false, 1),
            SimPicture.P7Fel or SimPicture.P7Mel => (7, true, 6),
            _ => null,
        };
        return vision is not { } dv ? video : video
            .With("DOVIPresent", true)
            .With("DOVIProfile", dv.Profile)
            .With("DOVILevel", 6)
            .With("DOVIVersion", "1.0")
            .With("DOVIBLPresent", true)
            .With("DOVIELPresent", dv.Layer)
            .With("DOVIRPUPresent", true)
            .With("DOVIBLCompatID", dv.Compatible);
    }

    private static string DisplayTitle(SimCopy copy)
    {
        var size = copy.Lines == 2160 ? "4K" : $"{copy.Lines.ToInvariant()}p";
        return copy.Picture switch
        {
            SimPicture.P5 => $"{size} DoVi (HEVC Main 10)",
            SimPicture.P8 or SimPicture.P7Fel or SimPicture.P7Mel => $"{size} DoVi/HDR10 (HEVC Main 10)",
            SimPicture.Hdr10Plus => $"{size} HDR10+ (HEVC Main 10)",
            SimPicture.Hdr10 => $"{size} HDR10 (HEVC Main 10)",
            SimPicture.Hlg => $"{size} HLG (HEVC Main 10)",
            _ => copy.VideoCodec == "hevc" ? $"{size} (HEVC Main 10)" : $"{size} (H.264)",
        };
    }

    private static JsonObject Audio(SimCopy copy)
    {
        var codec = SoundCodec(copy.Sound);
        var channels = Channels(copy.Sound);
        var layout = channels == 8 ? "7.1" : channels == 6 ? "5.1(side)" : "stereo";
        var name = $"English ({codec.ToUpperInvariant()} {(channels == 8 ? "7.1" : channels == 6 ? "5.1" : "Stereo")})";
        var title = (copy.Sound, copy.AtmosTitled) switch
        {
            (SimSound.TrueHdAtmos, true) => "TrueHD Atmos 7.1",
            (SimSound.DdpAtmos, true) => "DDP Atmos 5.1",
            (SimSound.DtsX, _) => "DTS:X 7.1",
            _ => null,
        };
        var audio = new JsonObject
        {
            ["id"] = (copy.Id * 10L) + 2,
            ["streamType"] = 2,
            ["codec"] = codec,
            ["index"] = 1,
            ["channels"] = channels,
            ["bitrate"] = codec == "truehd" ? 4500 : 768,
            ["language"] = "English",
            ["languageTag"] = "en",
            ["languageCode"] = "eng",
            ["audioChannelLayout"] = layout,
            ["samplingRate"] = 48000,
            ["displayTitle"] = name,
            ["extendedDisplayTitle"] = title is null ? name : $"{title} ({name})",
            ["default"] = true,
            ["selected"] = true,
        };
        if (copy.Sound is SimSound.DtsHdMa or SimSound.DtsX)
            audio["profile"] = "ma";
        return audio.With("title", title);
    }

    private static JsonObject Subtitle(SimCopy copy) => new()
    {
        ["id"] = (copy.Id * 10L) + 3,
        ["streamType"] = 3,
        ["codec"] = "pgs",
        ["index"] = 2,
        ["language"] = "English",
        ["languageCode"] = "eng",
        ["displayTitle"] = "English (PGS)",
        ["extendedDisplayTitle"] = "English (PGS)",
    };
}
