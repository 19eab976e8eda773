using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Tests.Core.Domain.DolbyVision;

namespace FelScanner.Tests.Peers;

/// <summary>Files made by mkvmerge and ffmpeg, and ffprobe as a judge that shares no line with the probe.</summary>
public sealed class ProbePeerTests(ProbeFilms films) : IClassFixture<ProbeFilms>
{
    private static readonly Dictionary<string, string[]> MatroskaOptions = new()
    {
        ["plain"] = [],
        ["zlib"] = ["--compression", "0:zlib"],
        ["block groups"] = ["--engage", "no_simpleblocks"],
        ["no index"] = ["--no-cues"],
        ["small clusters"] = ["--cluster-length", "3"],
    };

    private static readonly Dictionary<string, (string Extension, string Container, string[] Options)> Copies = new()
    {
        ["mp4"] = (".mp4", "mp4", []),
        ["mp4, index first"] = (".mp4", "mp4", ["-movflags", "+faststart"]),
        ["mp4, fragments"] = (".mp4", "mp4", ["-movflags", "frag_keyframe+empty_moov"]),
        ["mp4, fragments on a default base"] = (".mp4", "mp4", ["-movflags", "frag_keyframe+empty_moov+default_base_moof"]),
        ["mov"] = (".mov", "mp4", []),
        ["ts"] = (".ts", "ts", []),
        ["m2ts"] = (".m2ts", "m2ts", ["-mpegts_m2ts_mode", "1"]),
        ["mkv by ffmpeg"] = (".mkv", "mkv", []),
        ["mkv by ffmpeg, live"] = (".mkv", "mkv", ["-live", "1"]),
    };

    public static MatrixTheoryData<string, string> MatroskaFiles => new(ProbeFilms.Recipes.Keys, MatroskaOptions.Keys);

    public static MatrixTheoryData<string, string> CopiedFiles => new(ProbeFilms.Recipes.Keys, Copies.Keys);

    public static TheoryData<string> SharedFiles => SharedFilesTests.Files;

    [Theory]
    [MemberData(nameof(MatroskaFiles))]
    public async Task Matroska_files_by_mkvmerge_agree_with_ffprobe(string recipe, string option)
    {
        var file = await films.MatroskaAsync(ProbeFilms.Recipes[recipe], MatroskaOptions[option]);

        await AgreeAsync(file, "mkv");
    }

    [Theory]
    [MemberData(nameof(CopiedFiles))]
    public async Task Files_by_ffmpeg_agree_with_ffprobe(string recipe, string copy)
    {
        var (extension, container, options) = Copies[copy];
        var file = await films.CopyAsync(ProbeFilms.Recipes[recipe], extension, options);

        await AgreeAsync(file, container);
    }

    [Fact]
    public async Task The_record_that_mkvmerge_derives_agrees_with_the_rpus()
    {
        var file = await films.MatroskaAsync(ProbeFilms.Recipes["mel"]);

        var result = Probe(file);

        Assert.Equal((7, 6), (result.Profile, result.CompatibilityId));
    }

    [Theory]
    [MemberData(nameof(SharedFiles))]
    public async Task The_known_files_agree_with_ffprobe_where_it_reads_them(string name)
    {
        if (SharedFilesTests.PathOf(name) is not { } file || await Oracle.AskAsync(file) is not { } expected)
            return;

        var result = Probe(file);

        Assert.Equal((expected.Profile, expected.Layer), (result.Profile ?? 0, result.Layer));
    }

    private static async Task AgreeAsync(string file, string container)
    {
        var expected = await Oracle.AskAsync(file);

        var result = Probe(file);

        Assert.NotNull(expected);
        Assert.Equal((container, expected.Value.Profile, expected.Value.Layer), (result.Container, result.Profile ?? 0, result.Layer));
        Assert.True(result.Rpus > 60, $"Only {result.Rpus} of 72 RPUs were read.");
    }

    private static ProbeResult Probe(string file)
    {
        using var stream = File.OpenRead(file);
        return MediaProbe.Probe(stream, file, cancellationToken: TestContext.Current.CancellationToken);
    }
}
