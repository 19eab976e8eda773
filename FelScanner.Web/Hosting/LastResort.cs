using System.Runtime.InteropServices;
using FelScanner.Web.Cli;

namespace FelScanner.Web.Hosting;

/// <summary>Ends the program 4.8 s after SIGTERM or Ctrl-C when something that will not stop still holds it: whoever asked it to end waits at most five seconds.</summary>
internal sealed class LastResort : IDisposable
{
    private static readonly TimeSpan After = TimeSpan.FromMilliseconds(4_800);

    private readonly Timer timer = new(_ => Environment.Exit(ExitCode.Fine), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    private readonly PosixSignalRegistration terminate;
    private readonly PosixSignalRegistration interrupt;

    public LastResort()
    {
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Begin);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Begin);
    }

    public void Dispose()
    {
        terminate.Dispose();
        interrupt.Dispose();
        timer.Dispose();
    }

    // The signal itself is left to the host, or to the system where no host listens.
    private void Begin(PosixSignalContext signal) => timer.Change(After, Timeout.InfiniteTimeSpan);
}
