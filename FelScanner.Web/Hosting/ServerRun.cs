using FelScanner.Core.Ports;
using FelScanner.Web.Cli;
using Microsoft.AspNetCore.Connections;

namespace FelScanner.Web.Hosting;

/// <summary>Runs the server from the command line to its end, and turns a start that cannot work into one line.</summary>
internal static class ServerRun
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(ServerOptions options, TextWriter error, CancellationToken cancellationToken)
    {
        if (options.Faults() is [var fault, ..])
        {
            await error.WriteLineAsync(fault).ConfigureAwait(false);
            return ExitCode.BadArguments;
        }

        try
        {
            await using var demo = options.Demo ? await DemoRun.StartAsync(cancellationToken).ConfigureAwait(false) : null;
            await using var server = demo is null ? FelServer.Build(options) : demo.Build(options);
            await BeginAsync(server, cancellationToken).ConfigureAwait(false);
            await server.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return ExitCode.Fine;
        }
        catch (OperationCanceledException)
        {
            // Told to end while it was still starting.
            return ExitCode.Fine;
        }
        catch (Exception stop)
        {
            await error.WriteLineAsync(SentenceOf(stop, options)).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    /// <summary>Jobs and loops that had begun before the fault are stopped in order: disposing them alone would leave them running.</summary>
    private static async Task BeginAsync(WebApplication server, CancellationToken cancellationToken)
    {
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await HostingAbstractionsHostExtensions.StopAsync(server, StopWithin).ConfigureAwait(false);
            throw;
        }
    }

    private static string SentenceOf(Exception stop, ServerOptions options) => stop switch
    {
        StartupFault => stop.Message,
        IOException { InnerException: AddressInUseException } => $"The address {options.Urls} is taken by another program: stop it, or choose another port with --urls.",
        _ => $"The server could not start: {stop.Message.ReplaceLineEndings(" ")} The log in {Path.Combine(options.DataFolder, "logs")} tells more.",
    };
}
