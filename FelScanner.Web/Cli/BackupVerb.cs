using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Cli;

/// <summary><c>backup FILE</c>: works while the server runs and while it does not.</summary>
public static class BackupVerb
{
    /// <summary>0 when the backup is written, 1 with a sentence when not.</summary>
    public static async Task<int> RunAsync(string dataFolder, string file, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = DataFolderServices.Open(dataFolder);
            await services.GetRequiredService<IBackup>().WriteAsync(file, cancellationToken);
            await output.WriteLineAsync($"Backed up {Path.GetFullPath(dataFolder)} to {Path.GetFullPath(file)}.");
            return 0;
        }
        catch (StartupFault fault)
        {
            await error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}

/// <summary>Storage and key ring of a data folder, without a server.</summary>
internal static class DataFolderServices
{
    public static ServiceProvider Open(string dataFolder) =>
        new ServiceCollection().AddLogging().AddFelKeyRing(dataFolder).AddFelStorage(dataFolder).BuildServiceProvider();
}
