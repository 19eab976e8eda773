using System.Text.Json;
using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Cli;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Web.Cli;

public sealed class ProbeVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("felscanner-probe-").FullName;

    [Fact]
    public async Task A_line_has_the_members_of_the_contract()
    {
        var file = Write("film.mkv", new MatroskaWriter { Record = Picture.Record(7, layer: true, compatibility: 6) }.Write(Picture.Film(30, RpuRecipe.Fel)));

        var (_, lines) = await RunAsync(file);

        Assert.Equal(
            ["path", "container", "dv_profile", "el", "bl_compat_id", "hdr10plus", "rpus", "reason", "elapsed_ms"],
            lines[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal((file, "mkv", 7, "fel", 6, 30), (
            lines[0].GetProperty("path").GetString(), lines[0].GetProperty("container").GetString(), lines[0].GetProperty("dv_profile").GetInt32(),
            lines[0].GetProperty("el").GetString(), lines[0].GetProperty("bl_compat_id").GetInt32(), lines[0].GetProperty("rpus").GetInt32()));
    }

    [Fact]
    public async Task Several_files_give_a_line_each_in_their_order()
    {
        var first = Write("b.bin", Picture.Dump([RpuRecipe.Mel]));
        var second = Write("a.bin", Picture.Dump([RpuRecipe.Profile8]));

        var (code, lines) = await RunAsync(first, second);

        Assert.Equal((0, "mel none"), (code, string.Join(' ', lines.Select(line => line.GetProperty("el").GetString()))));
    }

    [Fact]
    public async Task A_folder_and_a_missing_file_are_unknown_and_fail_the_run()
    {
        var good = Write("film.bin", Picture.Dump([RpuRecipe.Mel]));

        var (code, lines) = await RunAsync(_folder, Path.Combine(_folder, "missing.mkv"), good);

        Assert.Equal((1, "unknown unknown mel"), (code, string.Join(' ', lines.Select(line => line.GetProperty("el").GetString()))));
    }

    [Fact]
    public async Task A_file_that_is_no_film_is_unknown_but_was_opened()
    {
        var (code, lines) = await RunAsync(Write("notes.txt", "not a film"u8.ToArray()));

        Assert.Equal((0, "unknown"), (code, lines[0].GetProperty("el").GetString()));
    }

    [Fact]
    public async Task An_impossible_path_is_no_crash()
    {
        var (code, lines) = await RunAsync("", "a\0b");

        Assert.Equal((1, 2), (code, lines.Count));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static async Task<(int Code, IReadOnlyList<JsonElement> Lines)> RunAsync(params string[] files)
    {
        using var output = new StringWriter();
        var code = await ProbeVerb.RunAsync(files, output, TestContext.Current.CancellationToken);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
