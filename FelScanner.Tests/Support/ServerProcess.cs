using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FelScanner.Tests.Support;

/// <summary>The program as a process of its own, started like the published one.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        (_output, _error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public Uri Address { get; }

    /// <summary>Everything it said on standard output, once it has ended.</summary>
    public Task<string> Output => _output;

    /// <summary>Starts it in another current directory than its own.</summary>
    public static ServerProcess Start(string folder, params string[] arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    /// <inheritdoc cref="Start(string, string[])"/>
    public static ServerProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FelScanner.Web.dll"), "--data", folder, .. arguments is [] ? ["--urls", address.ToString()] : arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."), address);
    }

    public Task<string> ReadyAsync() => Eventually.BecomesAsync("the server is ready", Patience, async () =>
    {
        try
        {
            using var client = new HttpClient { BaseAddress = Address };
            return await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    });

    /// <summary>Sends the signal that a container's end sends; the exit code, and what it said on standard error.</summary>
    public async Task<(int Code, string Error)> TerminateAsync()
    {
        _ = Kill(_process.Id, 15);
        return await EndAsync();
    }

    public async Task<(int Code, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _output;
        return (_process.ExitCode, await _error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
