namespace FelScanner.Core.Settings;

/// <summary>
/// Calls when a file may have changed: at once where the system tells (a short while later, so that an editor can finish),
/// and every two seconds in any case, because mounted folders often tell nothing.
/// </summary>
internal sealed class FileWatch : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly ITimer _timer;
    private readonly FileSystemWatcher? _watcher;

    public FileWatch(string file, TimeProvider clock, Action look)
    {
        _timer = clock.CreateTimer(_ => look(), null, Poll, Poll);
        _watcher = Watch(file);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    /// <summary>Null where the system has no watcher left or the folder is not there: polling does the work alone.</summary>
    private FileSystemWatcher? Watch(string file)
    {
        try
        {
            var watcher = new FileSystemWatcher(Path.GetDirectoryName(file)!, Path.GetFileName(file));
            watcher.Changed += (_, _) => Soon();
            watcher.Created += (_, _) => Soon();
            watcher.Renamed += (_, _) => Soon();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception unwatched) when (unwatched is IOException or ArgumentException)
        {
            return null;
        }
    }

    private void Soon() => _timer.Change(Settle, Poll);
}
