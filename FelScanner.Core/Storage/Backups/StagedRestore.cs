namespace FelScanner.Core.Storage.Backups;

/// <summary>
/// A restore that was validated and staged. Renaming the staging folder is the moment from which it counts: whoever opens the data
/// folder next finishes it, so that a crash in between leaves either the old state or the new one.
/// </summary>
internal static class StagedRestore
{
    private const string Ready = "restore.ready";

    public static void Commit(DataFolder folder, string staging)
    {
        Directory.Move(staging, folder.In(Ready));
        Finish(folder);
    }

    /// <summary>Puts staged files in place, as often as it takes; does nothing when nothing is staged.</summary>
    public static void Finish(DataFolder folder)
    {
        var staged = folder.In(Ready);
        if (!Directory.Exists(staged))
            return;

        // The old database's log must never be played into the new one.
        foreach (var ending in new[] { "-wal", "-shm", "-journal" })
            File.Delete(folder.Database + ending);
        PrivateFile.Replace(Path.Combine(staged, BackupManifest.Database), folder.Database);
        ReplaceOrDelete(Path.Combine(staged, BackupManifest.Settings), folder.Settings);
        ReplaceKeys(Path.Combine(staged, "keys"), folder.Keys);

        var done = folder.In($"restore-{Guid.NewGuid():N}.tmp");
        Directory.Move(staged, done);
        Directory.Delete(done, recursive: true);
    }

    private static void ReplaceOrDelete(string from, string to)
    {
        if (File.Exists(from))
            PrivateFile.Replace(from, to);
        else
            File.Delete(to);
    }

    private static void ReplaceKeys(string from, string to)
    {
        PrivateFile.CreateFolder(to);
        var names = Directory.Exists(from) ? Directory.GetFiles(from).Select(file => Path.GetFileName(file)).ToHashSet() : [];
        foreach (var old in Directory.GetFiles(to).Where(file => !names.Contains(Path.GetFileName(file))))
            File.Delete(old);
        foreach (var name in names)
            PrivateFile.Replace(Path.Combine(from, name), Path.Combine(to, name));
    }
}
