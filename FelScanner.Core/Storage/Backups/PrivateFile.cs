namespace FelScanner.Core.Storage.Backups;

/// <summary>Files that nobody else may read from their first byte on.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(file, options);
    }

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Puts a copy in the place of <paramref name="to"/>, whole or not at all, and on disk when this returns.</summary>
    public static void Replace(string from, string to)
    {
        var temporary = $"{to}.{Guid.NewGuid():N}.tmp";
        using (var source = File.OpenRead(from))
        using (var target = Create(temporary))
        {
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
        }

        File.Move(temporary, to, overwrite: true);
    }
}
