namespace FelScanner.Core.Ports;

/// <summary>Copies of the data folder in one file. Every call may throw a <see cref="StartupFault"/> whose sentence names the remedy.</summary>
public interface IBackup
{
    /// <summary>Writes an online, consistent copy of database, settings and key ring, mode 0600.</summary>
    Task WriteAsync(string file, CancellationToken cancellationToken);

    /// <summary>Writes into the backups folder and deletes all but the newest <paramref name="keep"/>. Returns the file.</summary>
    Task<string> WriteScheduledAsync(int keep, CancellationToken cancellationToken);

    IReadOnlyList<(string File, long Bytes, DateTimeOffset At)> List();
}

/// <summary>Brings a backup back; the server must not run.</summary>
public interface IRestore
{
    /// <summary>Validates the whole backup, then replaces database, settings and key ring. Throws a <see cref="StartupFault"/> when it refuses: then nothing was touched.</summary>
    Task RestoreAsync(string file, CancellationToken cancellationToken);
}
