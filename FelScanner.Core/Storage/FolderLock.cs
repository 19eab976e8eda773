using FelScanner.Core.Ports;

namespace FelScanner.Core.Storage;

/// <summary>One server a data folder: the lock lives as long as the process, however it ends.</summary>
internal static class FolderLock
{
    private const string Name = "felscanner.lock";

    /// <summary>Makes the folder when it is not there and takes it. Throws a <see cref="StartupFault"/> when it cannot be written or another process has it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="leaveNoTrace">Removes the lock's file with the lock.</param>
    public static FileStream Take(DataFolder folder, bool leaveNoTrace = false)
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, refused);
        }

        try
        {
            return new FileStream(folder.In(Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, leaveNoTrace ? FileOptions.DeleteOnClose : FileOptions.None);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw Unwritable(folder, refused);
        }
        catch (IOException refused) when (File.Exists(folder.In(Name)))
        {
            throw new StartupFault($"Another FelScanner uses the data folder {folder.Path}: stop it first, or name another folder with --data.", refused);
        }
        catch (IOException refused)
        {
            throw Unwritable(folder, refused);
        }
    }

    private static StartupFault Unwritable(DataFolder folder, Exception refused) =>
        new($"The data folder {folder.Path} cannot be written: give this program's user the right to write there, or name another folder with --data.", refused);
}
