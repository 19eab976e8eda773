using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Plex;

/// <summary>What Plex's attributes say of a copy, and what they leave open.</summary>
public sealed class PlexPictureTests
{
    private const string Ac3 = """{"streamType":2,"codec":"ac3","channels":6,"displayTitle":"English (AC3 5.1)"}""";

    [Theory]
    [InlineData("\"DOVIPresent\":true,\"DOVIProfile\":7,\"DOVIELPresent\":true,\"DOVIBLCompatID\":6,\"colorTrc\":\"smpte2084\"", true, 7, EnhancementLayer.Unknown, Evidence.Plex, HdrKind.Hdr10)]
    [InlineData("\"DOVIPresent\":1,\"DOVIProfile\":\"7\",\"DOVIELPresent\":\"1\",\"DOVIBLCompatID\":\"6\"", true, 7, EnhancementLayer.Unknown, Evidence.Plex, HdrKind.Hdr10)]
    [InlineData("\"DOVIPresent\":\"1\",\"DOVIProfile\":8,\"DOVIELPresent\":0,\"DOVIBLCompatID\":1,\"colorTrc\":\"smpte2084\"", true, 8, EnhancementLayer.None, Evidence.None, HdrKind.Hdr10)]
    [InlineData("\"DOVIPresent\":true,\"DOVIProfile\":8,\"DOVIBLCompatID\":4", true, 8, EnhancementLayer.None, Evidence.None, HdrKind.Hlg)]
    [InlineData("\"DOVIPresent\":true,\"DOVIProfile\":5,\"DOVIBLCompatID\":0,\"colorTrc\":\"smpte2084\"", true, 5, EnhancementLayer.None, Evidence.None, HdrKind.Unknown)]
    [InlineData("\"displayTitle\":\"4K DoVi/HDR10 (HEVC Main 10)\"", true, null, EnhancementLayer.Unknown, Evidence.None, HdrKind.Hdr10)]
    [InlineData("\"DOVIPresent\":true,\"DOVIProfile\":8,\"DOVIBLCompatID\":1,\"displayTitle\":\"4K DoVi/HDR10+ (HEVC Main 10)\"", true, 8, EnhancementLayer.None, Evidence.None, HdrKind.Hdr10Plus)]
    [InlineData("\"colorTrc\":\"smpte2084\",\"displayTitle\":\"4K HDR10+ (HEVC Main 10)\"", false, null, EnhancementLayer.None, Evidence.None, HdrKind.Hdr10Plus)]
    [InlineData("\"colorTrc\":\"smpte2084\"", false, null, EnhancementLayer.None, Evidence.None, HdrKind.Hdr10)]
    [InlineData("\"colorTrc\":\"arib-std-b67\"", false, null, EnhancementLayer.None, Evidence.None, HdrKind.Hlg)]
    [InlineData("\"colorTrc\":\"bt709\"", false, null, EnhancementLayer.None, Evidence.None, HdrKind.Sdr)]
    [InlineData("\"bitDepth\":8", false, null, EnhancementLayer.None, Evidence.None, HdrKind.Sdr)]
    [InlineData("\"bitDepth\":10,\"colorPrimaries\":\"bt2020\"", false, null, EnhancementLayer.None, Evidence.None, HdrKind.Unknown)]
    public async Task The_picture_is_read_without_guessing(string video, bool dolby, int? profile, EnhancementLayer layer, Evidence evidence, HdrKind hdr)
    {
        var quality = (await CopyAsync(PlexAnswers.Media(video, Ac3))).Quality;

        Assert.Equal((dolby, profile, layer, evidence, hdr, Resolution.P2160), (quality.DolbyVision, quality.Profile, quality.Layer, quality.Evidence, quality.Hdr, quality.Resolution));
    }

    [Theory]
    [InlineData("""{"streamType":2,"codec":"truehd","channels":8,"displayTitle":"English (TRUEHD 7.1)","title":"TrueHD Atmos 7.1"}""", "truehd", true)]
    [InlineData("""{"streamType":2,"codec":"truehd","channels":8,"displayTitle":"English (TRUEHD 7.1)"}""", "truehd", null)]
    [InlineData("""{"streamType":2,"codec":"truehd","channels":8,"displayTitle":"English (TRUEHD 7.1)","title":"Dolby TrueHD 7.1"}""", "truehd", false)]
    [InlineData("""{"streamType":2,"codec":"eac3","channels":6,"displayTitle":"English (EAC3 5.1)"}""", "ddp", null)]
    [InlineData("""{"streamType":2,"codec":"eac3","channels":2,"displayTitle":"Commentary (EAC3 Stereo)"}""", "ddp", false)]
    [InlineData("""{"streamType":2,"codec":"eac3","channels":6,"profile":"dolby digital plus + dolby atmos"}""", "ddp", true)]
    [InlineData("""{"streamType":2,"codec":"dca","profile":"ma","channels":8}""", "dts-hd-ma", false)]
    [InlineData("""{"streamType":2,"codec":"dca","profile":"hra","channels":8}""", "dts-hd-hra", false)]
    [InlineData("""{"streamType":2,"codec":"dca","profile":"ma","channels":8,"title":"DTS:X 7.1"}""", "dts-x", false)]
    [InlineData("""{"streamType":2,"codec":"dca","profile":"dts","channels":6}""", "dts", false)]
    [InlineData("""{"streamType":2,"codec":"ac3","channels":6},{"streamType":2,"codec":"truehd","channels":8,"title":"Atmos"},{"streamType":2,"codec":"dca","profile":"ma"}""", "truehd", true)]
    [InlineData("""{"streamType":2,"codec":"truehd","channels":8,"title":"TrueHD 7.1"},{"streamType":2,"codec":"eac3","channels":6,"title":"DDP Atmos"}""", "ddp", true)]
    [InlineData("""{"streamType":2,"codec":"pcm_s24le","channels":2}""", "pcm", false)]
    public async Task The_best_track_counts_and_silence_about_Atmos_is_no_no(string audio, string best, bool? atmos)
    {
        var quality = (await CopyAsync(PlexAnswers.Media("\"bitDepth\":10", audio))).Quality;

        Assert.Equal((best, atmos), (quality.Audio, quality.Atmos));
    }

    [Fact]
    public async Task A_file_not_yet_analysed_is_unknown_and_never_SDR()
    {
        var copy = await CopyAsync("""{"id":9,"Part":[{"file":"/data/movies/x.mkv","size":5}]}""");

        Assert.Equal((false, null, HdrKind.Unknown, Resolution.Unknown), (copy.Analysed, copy.Quality.DolbyVision, copy.Quality.Hdr, copy.Quality.Resolution));
    }

    [Fact]
    public async Task A_split_film_is_one_copy_of_several_files()
    {
        var copy = await CopyAsync("""{"id":9,"Part":[{"file":"/m/x - pt1.mkv","size":5},{"file":"/m/x - pt2.mkv","size":7}]}""");

        Assert.Equal(("/m/x - pt1.mkv", 12L), (copy.Path, copy.Quality.Bytes));
        Assert.Equal(["/m/x - pt2.mkv"], copy.MoreFiles);
    }

    private static async Task<Copy> CopyAsync(string media)
    {
        using var clients = RealClients.Over(PlexAnswers.Server().On("GET", "/library/metadata/1", 200, PlexAnswers.Details(PlexAnswers.Item("1", media))), PlexAnswers.Settings());
        await foreach (var batch in clients.Plex.DetailsAsync(["1"], TestContext.Current.CancellationToken))
            return Assert.Single(Assert.Single(batch.Films).Film.Copies);
        throw new InvalidOperationException("Plex described nothing.");
    }
}
