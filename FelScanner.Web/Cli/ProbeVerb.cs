using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using FelScanner.Core.Domain.DolbyVision;

namespace FelScanner.Web.Cli;

/// <summary>The verb <c>probe FILE…</c>: one JSON line a file, in the order given.</summary>
public static class ProbeVerb
{
    /// <summary>Paths and reasons stay readable: the line goes to a terminal or a script, never into a page.</summary>
    private static readonly ProbeJson Json = new(new JsonSerializerOptions(ProbeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A pipe or a vanished mount can keep an open call waiting for ever.</summary>
    private static readonly TimeSpan LongestOpen = TimeSpan.FromSeconds(10);

    /// <summary>Returns the exit code: 0, or 1 when a file could not be opened.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> files, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        var failed = false;
        foreach (var file in files)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await ProbeAsync(file, cancellationToken).ConfigureAwait(false);
            failed |= !result.Opened;
            await output.WriteLineAsync(JsonSerializer.Serialize(ProbeLine.From(file, result, Stopwatch.GetElapsedTime(started)), Json.ProbeLine)).ConfigureAwait(false);
        }
        return failed ? 1 : 0;
    }

    private static async Task<ProbeResult> ProbeAsync(string file, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file))
            return MediaProbe.NotAFile();
        try
        {
            await using var stream = await OpenAsync(file, cancellationToken).ConfigureAwait(false);
            return MediaProbe.Probe(stream, Path.GetFileName(file), cancellationToken: cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or TimeoutException)
        {
            return MediaProbe.NotOpened(fault);
        }
    }

    private static Task<FileStream> OpenAsync(string file, CancellationToken cancellationToken) =>
        Task.Run(() => new FileStream(file, new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete }), cancellationToken).WaitAsync(LongestOpen, cancellationToken);
}
