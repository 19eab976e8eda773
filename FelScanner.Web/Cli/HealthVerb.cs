namespace FelScanner.Web.Cli;

/// <summary>`health [URL]`: 0 when the server there answers ready, else 1.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string url, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            await error.WriteLineAsync($"'{url}' is no address: write it like {ServerOptions.DefaultUrls}.").ConfigureAwait(false);
            return ExitCode.BadArguments;
        }

        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(ReadyOf(server), cancellationToken).ConfigureAwait(false);
            var ready = answer.IsSuccessStatusCode;
            await (ready ? output : error).WriteLineAsync(ready ? "ready" : $"Not ready: the server answered {(int)answer.StatusCode}.").ConfigureAwait(false);
            return ready ? ExitCode.Fine : ExitCode.Failed;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"No answer from {server}: is the server running?").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static Uri ReadyOf(Uri server) =>
        server.AbsolutePath.Contains("/health/", StringComparison.Ordinal) ? server : new Uri(server.ToString().TrimEnd('/') + "/health/ready");
}
