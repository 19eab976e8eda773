using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Tests.Core.Domain.DolbyVision;

/// <summary>The test files of dovi_tool, where they lie beside the checkout; they are not part of the project. Without them the files written by the other tests stand for them.</summary>
public sealed class SharedFilesTests
{
    private const string Folder = "../shared/data/dolby-vision";

    /// <summary>Stands for the folder where it is not there.</summary>
    private const string NoFiles = "(none here)";

    /// <summary>File name patterns, the first that fits counts; then container, profile, layer.</summary>
    private static readonly (string Name, string Container, int? Profile, EnhancementLayer Layer)[] Answers =
    [
        ("tests/fel_to_mel.bin", "rpu", 7, EnhancementLayer.Mel),
        ("tests/fel_to_81.bin", "rpu", 8, EnhancementLayer.None),
        ("tests/mel_to_81.bin", "rpu", 8, EnhancementLayer.None),
        ("tests/fel_", "rpu", 7, EnhancementLayer.Fel),
        ("tests/mel_", "rpu", 7, EnhancementLayer.Mel),
        ("tests/eof_rpu", "rpu", 7, EnhancementLayer.Fel),
        ("tests/fix_se_write", "rpu", 7, EnhancementLayer.Fel),
        ("tests/data_before_crc32", "rpu", 7, EnhancementLayer.Fel),
        ("tests/trailing_bytes_rpu", "rpu", 7, EnhancementLayer.Fel),
        ("tests/poly_coef_int_logic", "rpu", 7, EnhancementLayer.Fel),
        ("tests/source_rpu_replaced_fel_orig", "rpu", 7, EnhancementLayer.Fel),
        ("tests/profile4.bin", "rpu", 4, EnhancementLayer.Unknown),
        ("tests/profile5", "rpu", 5, EnhancementLayer.None),
        ("tests/empty_dmv1_blocks", "rpu", 5, EnhancementLayer.None),
        ("tests/source_p5_to_p8_001_end_crc32", "rpu", 5, EnhancementLayer.None),
        ("tests/profile20_apple", "rpu", 5, EnhancementLayer.None),
        ("tests/", "rpu", 8, EnhancementLayer.None),
        ("hevc_tests/regular_rpu_mel.bin", "rpu", 7, EnhancementLayer.Mel),
        ("hevc_tests/regular_rpu.bin", "rpu", 8, EnhancementLayer.None),
        ("hevc_tests/regular.mkv", "mkv", 8, EnhancementLayer.None),
        ("hevc_tests/sei-suffix-muxed-rpu", "hevc", 7, EnhancementLayer.Fel),
        ("hevc_tests/sei-double-", "hevc", null, EnhancementLayer.None),
        ("hevc_tests/no_aud_bl", "hevc", null, EnhancementLayer.None),
        ("hevc_tests/regular_bl_", "hevc", null, EnhancementLayer.None),
        ("hevc_tests/regular_demux_bl", "hevc", null, EnhancementLayer.None),
        ("hevc_tests/", "hevc", 8, EnhancementLayer.None),
        ("made/p7_fel.mkv", "mkv", 7, EnhancementLayer.Fel),
        ("made/p7_fel.mp4", "mp4", 7, EnhancementLayer.Fel),
        ("made/p7_fel.m2ts", "m2ts", 7, EnhancementLayer.Fel),
        ("made/p7_fel.hevc", "hevc", 7, EnhancementLayer.Fel),
        ("made/p7_mel.mkv", "mkv", 7, EnhancementLayer.Mel),
        ("made/p7_mel.hevc", "hevc", 7, EnhancementLayer.Mel),
        ("made/p5.mkv", "mkv", 5, EnhancementLayer.None),
        ("made/p84.mkv", "mkv", 8, EnhancementLayer.None),
    ];

    public static TheoryData<string> Files => [.. Find()];

    /// <summary>Where a known file lies; null when it is not here.</summary>
    internal static string? PathOf(string file) => file != NoFiles && Root() is { } root ? Path.Combine(root, file) : null;

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shared_file_gets_its_known_answer(string file)
    {
        if (file == NoFiles)
            return;
        var (_, container, profile, layer) = Answers.First(answer => file.StartsWith(answer.Name, StringComparison.Ordinal));
        using var stream = File.OpenRead(Path.Combine(Root()!, file));

        var result = MediaProbe.Probe(stream, file, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((container, profile, layer), (result.Container, result.Profile, result.Layer));
    }

    private static IEnumerable<string> Find() => Root() is { } root
        ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(file => file.Contains('/', StringComparison.Ordinal) && !file.StartsWith("av1-rpu", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        : [NoFiles];

    private static string? Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FelScanner.Blazor.sln")))
                return Path.GetFullPath(Path.Combine(folder.FullName, Folder)) is var root && Directory.Exists(root) ? root : null;
        }
        return null;
    }
}
