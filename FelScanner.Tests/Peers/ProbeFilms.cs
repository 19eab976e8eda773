using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Peers;

/// <summary>A real, tiny HEVC film coded by x265, with RPUs of our own put into it.</summary>
public sealed class ProbeFilms : IDisposable
{
    private readonly SemaphoreSlim _once = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("felscanner-peers-").FullName;
    private byte[]? _plain;

    internal static PeerTool Ffmpeg { get; } = new("ffmpeg");

    internal static PeerTool Mkvmerge { get; } = new("mkvmerge");

    internal static IReadOnlyDictionary<string, RpuRecipe> Recipes { get; } = new Dictionary<string, RpuRecipe>
    {
        ["fel"] = RpuRecipe.Fel,
        ["fel, curves"] = RpuRecipe.Fel with { Pieces = 8, RegressionOrder = 3 },
        ["mel"] = RpuRecipe.Mel,
        ["mel, curves"] = RpuRecipe.Mel with { Pieces = 4, RegressionOrder = 2 },
        ["p5"] = RpuRecipe.Profile5,
        ["p8"] = RpuRecipe.Profile8,
    };

    public string NewPath(string extension) => Path.Combine(_folder, $"{Guid.NewGuid():N}{extension}");

    /// <summary>A raw stream with the recipe's RPU in every picture.</summary>
    internal async Task<string> StreamAsync(RpuRecipe recipe)
    {
        var plain = await PlainAsync();
        var layer = recipe is { NoResidual: false } ? (byte[])[0, 0, 1, .. Picture.LayerSlice] : [];
        byte[] rpu = [.. layer, 0, 0, 1, .. RpuWriter.Nal(recipe)];
        ReadOnlySpan<byte> delimiter = [0, 0, 0, 1, 0x46, 0x01];
        List<byte> stream = [];
        for (var at = 0; at < plain.Length;)
        {
            var next = plain.AsSpan(at + 1).IndexOf(delimiter);
            var end = next < 0 ? plain.Length : at + 1 + next;
            stream.AddRange([.. plain[at..end], .. rpu]);
            at = end;
        }
        return await SaveAsync([.. stream], ".hevc");
    }

    internal async Task<string> MatroskaAsync(RpuRecipe recipe, params string[] options)
    {
        var path = NewPath(".mkv");
        await Mkvmerge.RunAsync(["--quiet", "-o", path, .. options, "--default-duration", "0:24p", await StreamAsync(recipe)], worstCode: 1);
        return path;
    }

    /// <summary>The Matroska file copied by ffmpeg into another container.</summary>
    internal async Task<string> CopyAsync(RpuRecipe recipe, string extension, params string[] options)
    {
        var path = NewPath(extension);
        await Ffmpeg.RunAsync(["-v", "error", "-y", "-i", await MatroskaAsync(recipe), "-c", "copy", "-strict", "unofficial", .. options, path]);
        return path;
    }

    public void Dispose()
    {
        _once.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<byte[]> PlainAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _plain ??= await EncodeAsync();
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<byte[]> EncodeAsync()
    {
        var path = NewPath(".hevc");
        await Ffmpeg.RunAsync(
        [
            "-v", "error", "-f", "lavfi", "-i", "testsrc=size=128x72:rate=24:duration=3", "-pix_fmt", "yuv420p10le", "-c:v", "libx265",
            "-x265-params", "aud=1:repeat-headers=1:keyint=24:bframes=0:log-level=none:colorprim=9:transfer=16:colormatrix=9", path,
        ]);
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }

    private async Task<string> SaveAsync(byte[] content, string extension)
    {
        var path = NewPath(extension);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
