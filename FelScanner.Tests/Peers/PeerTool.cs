using System.Diagnostics;

namespace FelScanner.Tests.Peers;

/// <summary>A program that nobody here wrote. Missing, it skips the test, or fails it where <c>FELSCANNER_REQUIRE_PEERS=1</c>.</summary>
internal sealed record PeerTool(string Name)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Runs it and returns what it wrote on standard output; an exit code above <paramref name="worstCode"/> fails the test.</summary>
    public async Task<string> RunAsync(IEnumerable<string> arguments, int worstCode = 0)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Find(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken).WaitAsync(Longest, cancellationToken);
        Assert.True(process.ExitCode <= worstCode, $"{Name} ended with {process.ExitCode}: {await errors}{await output}");
        return await output;
    }

    /// <summary>Where the program is; the test is skipped (or fails) when it is nowhere.</summary>
    public static string Locate(string name) => new PeerTool(name).Find();

    private string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = folders.Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("FELSCANNER_REQUIRE_PEERS") == "1")
            Assert.Fail($"{Name} is not installed.");
        Assert.SkipWhen(found is null, $"{Name} is not installed.");
        return found!;
    }
}
