using FelScanner.Core.Ports;

namespace FelScanner.Web.Cli;

/// <summary><c>restore FILE</c>: while the server does not run.</summary>
public static class RestoreVerb
{
    /// <summary>0 when the backup is in place, 1 with a sentence when it was refused: then nothing was touched.</summary>
    public static async Task<int> RunAsync(string dataFolder, string file, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = DataFolderServices.Open(dataFolder);
            await services.GetRequiredService<IRestore>().RestoreAsync(file, cancellationToken);
            await output.WriteLineAsync($"Restored {Path.GetFullPath(file)} into {Path.GetFullPath(dataFolder)}.");
            return 0;
        }
        catch (StartupFault fault)
        {
            await error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
