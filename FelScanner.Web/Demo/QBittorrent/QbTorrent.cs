using FelScanner.Web.Demo.Torrents;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>One torrent of the simulated client; how far it is follows from how long it has run.</summary>
public sealed class QbTorrent(string hash, string name, TorrentFile? file, QbOptions options, TimeProvider time)
{
    private TimeSpan _ran;
    private DateTimeOffset? _runningSince;

    public string Hash { get; } = hash;
    public string Name { get; set; } = name;

    /// <summary>Null while a magnet link has no metadata.</summary>
    public TorrentFile? File => file ?? (HasMetadata ? Metadata : null);

    /// <summary>What a magnet link turns out to hold; null: it never gets a file list.</summary>
    public TorrentFile? Metadata { get; init; }

    /// <summary>Stops once when the metadata has come.</summary>
    public bool StopsAtMetadata { get; set; }
    public required string SavePath { get; set; }
    public string Category { get; set; } = "";
    public IReadOnlyList<string> Tags { get; set; } = [];
    public bool AutoTmm { get; set; }
    public bool Sequential { get; set; }
    public bool FirstLastFirst { get; init; }
    public string Layout { get; init; } = "Original";
    public long UploadLimit { get; set; } = -1;
    public DateTimeOffset AddedAt { get; } = time.GetUtcNow();
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>New names of files inside, by their old ones.</summary>
    public Dictionary<string, string> Renamed { get; } = [];

    public bool IsStopped => _runningSince is null && !IsHeld;

    /// <summary>Held: it runs, but nothing comes (no seeds).</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Why it stands still for good, as the log tells; null while all is well.</summary>
    public string? Error { get; private set; }
    public bool IsMissingFiles { get; private set; }
    public int Seeds { get; init; } = 41;

    private bool IsMagnet => file is null;

    private TimeSpan Ran => _ran + (_runningSince is { } since ? time.GetUtcNow() - since : TimeSpan.Zero);

    private TimeSpan Head => options.ConnectTakes + (IsMagnet ? options.MetadataTakes : TimeSpan.Zero);

    /// <summary>Each download takes its own time, between 0.85 and 1.25 of the usual.</summary>
    private TimeSpan Takes => options.DownloadTakes * (0.85 + (Convert.FromHexString(Hash[..2])[0] / 255.0 * 0.4));

    public bool HasMetadata => !IsMagnet || Ran >= Head;

    /// <summary>-1 until the metadata is there.</summary>
    public long Bytes => File?.Bytes ?? (HasMetadata ? options.MagnetBytes : -1);

    public double Progress => IsMissingFiles ? 0 : CompletedAt is not null ? 1 : Takes <= TimeSpan.Zero ? (Ran >= Head ? 1 : 0) : Math.Clamp((Ran - Head) / Takes, 0, 1);

    public bool IsLoading => _runningSince is not null && Error is null && !IsMissingFiles && HasMetadata && Ran >= Head && Progress < 1;

    public long DownloadSpeed => IsLoading ? (long)(Bytes / Math.Max(1, Takes.TotalSeconds) * (1 + (0.12 * Math.Sin(Ran.TotalSeconds * 1.3)))) : 0;

    public string State
    {
        get
        {
            if (IsMissingFiles)
                return "missingFiles";
            if (Error is not null)
                return "error";
            var side = Progress >= 1 ? "UP" : "DL";
            if (IsStopped)
                return (options.Dialect.SaysStopped ? "stopped" : "paused") + side;
            if (!HasMetadata)
                return "metaDL";
            return side == "UP" ? "stalledUP" : IsLoading ? "downloading" : "stalledDL";
        }
    }

    public string ContentPath => File switch
    {
        null => "",
        { HasFolder: true } folder => Layout == "NoSubfolder" ? SavePath : $"{SavePath}/{folder.Name}",
        { } single => Layout == "Subfolder" ? $"{SavePath}/{Path.GetFileNameWithoutExtension(single.Name)}" : $"{SavePath}/{Shown(single.Name)}",
    };

    /// <summary>The path of a file inside under the save path, as it is called now.</summary>
    public string Shown(string path)
    {
        var laid = (File?.HasFolder, Layout) switch
        {
            (true, "NoSubfolder") => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..],
            (false, "Subfolder") => $"{Path.GetFileNameWithoutExtension(path)}/{path}",
            _ => path,
        };
        return Renamed.GetValueOrDefault(laid, laid);
    }

    public void Start()
    {
        Error = null;
        IsHeld = false;
        _runningSince ??= time.GetUtcNow();
    }

    public void Stop()
    {
        Pause();
        IsHeld = false;
    }

    /// <summary>The seeds are gone: it runs, but stands still.</summary>
    public void Hold()
    {
        Pause();
        IsHeld = true;
    }

    public void Fail(string reason)
    {
        Pause();
        Error = reason;
    }

    public void LoseFiles()
    {
        Pause();
        IsMissingFiles = true;
    }

    /// <summary>Notices that the metadata has come.</summary>
    internal void SettleMetadata()
    {
        if (!StopsAtMetadata || !IsMagnet || !HasMetadata)
            return;
        StopsAtMetadata = false;
        (_ran, _runningSince) = (Head, null);
    }

    /// <summary>True once, when it has just become complete.</summary>
    internal bool TryComplete()
    {
        if (CompletedAt is not null || Progress < 1)
            return false;
        CompletedAt = time.GetUtcNow();
        return true;
    }

    private void Pause()
    {
        _ran = Ran;
        _runningSince = null;
    }
}
