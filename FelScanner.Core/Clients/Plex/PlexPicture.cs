using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Clients.Plex;

/// <summary>A version's picture and sound from Plex's attributes. Plex cannot tell FEL from MEL: profile 7 leaves the layer unknown.</summary>
internal static class PlexPicture
{
    public static PictureAndSound Read(PlexStream? video, PlexMedia media, PlexSound sound, long? bytes)
    {
        var dolby = HasDolbyVision(video);
        var profile = video?.DoviProfile;
        return new PictureAndSound
        {
            Resolution = ResolutionWords.FromSize(video?.Width ?? media.Width, video?.Height ?? media.Height),
            DolbyVision = dolby,
            Profile = profile,
            CompatibilityId = video?.DoviBlCompatId,
            Layer = Layer(dolby, profile, video?.DoviElPresent),
            Evidence = profile == 7 ? Evidence.Plex : Evidence.None,
            Hdr = Hdr(video, dolby),
            Audio = sound.Best,
            Atmos = sound.Atmos,
            Bytes = bytes,
        };
    }

    private static bool? HasDolbyVision(PlexStream? video) => video switch
    {
        null => null,
        { DoviPresent: true } or { DoviProfile: not null } => true,
        _ when Says(video, "DoVi") || Says(video, "Dolby Vision") || video.Codec is "dvhe" or "dvh1" => true,
        _ => false,
    };

    private static EnhancementLayer Layer(bool? dolby, int? profile, bool? layerPresent) => (dolby, profile) switch
    {
        (false, _) or (true, 5 or 8 or 9 or 10) => EnhancementLayer.None,
        (true, null) when layerPresent == false => EnhancementLayer.None,
        _ => EnhancementLayer.Unknown,
    };

    private static HdrKind Hdr(PlexStream? video, bool? dolby)
    {
        if (video is null)
            return HdrKind.Unknown;
        // No attribute says HDR10+; some servers name it in the title.
        if (Says(video, "HDR10+"))
            return HdrKind.Hdr10Plus;
        return (dolby, video) switch
        {
            // Profile 5's own base layer is no HDR10 although it is coded as PQ.
            (true, { DoviProfile: 5 }) => HdrKind.Unknown,
            (true, { DoviBlCompatId: 1 or 6 }) => HdrKind.Hdr10,
            (true, { DoviBlCompatId: 2 }) => HdrKind.Sdr,
            (true, { DoviBlCompatId: 4 }) => HdrKind.Hlg,
            (_, { ColorTrc: "smpte2084" }) => HdrKind.Hdr10,
            (_, { ColorTrc: "arib-std-b67" }) => HdrKind.Hlg,
            (_, { ColorTrc.Length: > 0 }) => HdrKind.Sdr,
            _ when Says(video, "HDR10") || Says(video, "HDR)") => HdrKind.Hdr10,
            _ when Says(video, "HLG") => HdrKind.Hlg,
            (true, _) or (_, { ColorPrimaries: "bt2020" }) => HdrKind.Unknown,
            _ => HdrKind.Sdr,
        };
    }

    private static bool Says(PlexStream stream, string word) => stream.Words.Contains(word, StringComparison.OrdinalIgnoreCase);
}
