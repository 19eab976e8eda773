using System.Diagnostics;
using FelScanner.Tests.Support;
using FelScanner.Web.Hosting.Failpoints;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>The built program as a process of its own on a data folder that outlives it. Its failpoint is armed by a file, so that one start serves for one kill.</summary>
internal sealed class ProgramUnderKill(string folder, string apiKey) : IAsyncDisposable
{
    /// <summary>Names the program to run; without it, the one that was built beside the tests.</summary>
    public const string Variable = "FELSCANNER_PROGRAM";

    private readonly string _trap = Path.Combine(folder, "..", $"{Path.GetFileName(folder)}.failpoint");
    private readonly int _port = PeerPrograms.FreePort();
    private Process? _process;

    public HttpClient Api { get; } = new() { Timeout = TimeSpan.FromMinutes(2), DefaultRequestHeaders = { { "X-Api-Key", apiKey } } };

    /// <summary>Of the process that runs.</summary>
    public int Id => _process!.Id;

    public bool IsDead => _process is null || _process.HasExited;

    /// <summary>Since the process was started.</summary>
    public Stopwatch Age { get; } = new();

    public void Arm(string moment) => File.WriteAllText(_trap, moment);

    public void Begin()
    {
        Arm("");
        var program = Environment.GetEnvironmentVariable(Variable) ?? BesideTheTests();
        var start = new ProcessStartInfo("dotnet", [program, "--data", folder, "--urls", $"http://127.0.0.1:{_port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Failpoints.Variable] = $"@{_trap}" },
        };
        Age.Restart();
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Api.BaseAddress ??= new Uri($"http://127.0.0.1:{_port}/");
    }

    /// <summary>Ready to work, as its own health check says.</summary>
    public Task ReadyAsync() => Eventually.BecomesAsync("the program is ready", TimeSpan.FromSeconds(60), async () =>
    {
        Assert.False(IsDead, "The program ended by itself while it started.");
        return await AnswersAsync() ? this : null;
    });

    public void Kill()
    {
        if (!IsDead)
            _process!.Kill();
    }

    /// <summary>Dead, or about to be: what the world sees of a death may be a moment late.</summary>
    public async Task<bool> IsDyingAsync()
    {
        if (_process is not null && !_process.HasExited)
            await Task.WhenAny(_process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(500, TestContext.Current.CancellationToken));
        return IsDead;
    }

    public async Task GoneAsync()
    {
        if (_process is not null)
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        if (_process is not null)
            await _process.WaitForExitAsync(CancellationToken.None);
        _process?.Dispose();
        Api.Dispose();
        File.Delete(_trap);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Api.GetAsync("health/ready", TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string BesideTheTests()
    {
        var output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        return Path.Combine(Checkout.Root, "FelScanner.Web", "bin", Path.GetFileName(Path.GetDirectoryName(output)!), Path.GetFileName(output), "FelScanner.Web.dll");
    }
}
