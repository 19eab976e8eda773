using FelScanner.Core.Ports;

namespace FelScanner.Web.Hosting;

/// <summary>Makes sure that the program can write where it must keep everything, before anything else starts.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="StartupFault">The folder cannot be made or written to.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Make(folder);
            Make(Path.Combine(folder, "logs"));
            var probe = Path.Combine(folder, $".write-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StartupFault($"The data folder {folder} cannot be written to ({fault.Message.TrimEnd('.')}). Give another one with --data, or give this user the right to write there.", fault);
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, OwnerOnly);
    }
}
