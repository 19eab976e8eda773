namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>How the simulated qBittorrent is set up.</summary>
public sealed record QbOptions
{
    public QbDialect Dialect { get; init; } = QbDialect.V45;
    public string Username { get; init; } = "admin";
    public string Password { get; init; } = "spikepass1";

    /// <summary>True: callers on this machine need no session, and any password is right.</summary>
    public bool BypassLocalAuth { get; init; }
    public string ApiKey { get; init; } = "";
    public TimeSpan BanDuration { get; init; } = TimeSpan.FromHours(1);
    public string DefaultSavePath { get; init; } = "/downloads";
    public long FreeSpace { get; init; } = 2_400_000_000_000;

    /// <summary>About what a whole download takes, whatever its size; the speed follows from it.</summary>
    public TimeSpan DownloadTakes { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>From the start to the first byte.</summary>
    public TimeSpan ConnectTakes { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the answer to a renaming to the list that shows the new name.</summary>
    public TimeSpan RenameTakes { get; init; }

    /// <summary>How long a magnet link stays without its metadata.</summary>
    public TimeSpan MetadataTakes { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The .torrent of what every magnet link turns out to hold; null: it never gets a file list.</summary>
    public byte[]? MagnetFile { get; init; }

    /// <summary>What a magnet link turns out to weigh.</summary>
    public long MagnetBytes { get; init; } = 60_000_000_000;
}
