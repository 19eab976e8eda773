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
    public static int Run(IReadOnlyList<string> files, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        var failed = false;
        foreach (var file in files)
        {
            var started = Stopwatch.GetTimestamp();
            var result = Probe(file);
            failed |= !result.Opened;
            output.WriteLine(JsonSerializer.Serialize(ProbeLine.From(file, result, Stopwatch.GetElapsedTime(started)), Json.ProbeLine));
        }
        return failed ? 1 : 0;
    }

    private static ProbeResult Probe(string file)
    {
        if (Directory.Exists(file))
            return MediaProbe.NotAFile();
        try
        {
            using var stream = Open(file);
            return MediaProbe.Probe(stream, Path.GetFileName(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or TimeoutException)
        {
            return MediaProbe.NotOpened(fault);
        }
    }

    private static FileStream Open(string file)
    {
        var opening = Task.Run(() => new FileStream(file, new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete }));
        return opening.WaitAsync(LongestOpen).GetAwaiter().GetResult();
    }
}
