using System.Diagnostics;

namespace FelScanner.Web.Hosting.Failpoints;

/// <summary>Ends this process at once, as kill -9 does, when the armed moment is passed for the n-th time.</summary>
internal sealed class FailpointTrap(string armed)
{
    private int _passed;

    public void Pass(string moment)
    {
        var (name, times) = Read(armed.StartsWith('@') ? Text(armed[1..]) : armed);
        if (name != moment || Interlocked.Increment(ref _passed) < times)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();

        // The signal is on its way: nothing may follow.
        Thread.Sleep(Timeout.Infinite);
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // Not there, or being written: not armed.
            return "";
        }
    }

    private static (string Name, int Times) Read(string text) => text.Trim().Split(':') is [var name, var times] && int.TryParse(times, out var count) ? (name, count) : (text.Trim(), 1);
}
