namespace FelScanner.Core.Ports;

/// <summary>What to hand to qBittorrent. Exactly one of <see cref="File"/> and <see cref="MagnetLink"/> is set.</summary>
public sealed record TorrentToAdd
{
    public byte[]? File { get; init; }

    public string? MagnetLink { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The folder as qBittorrent sees it.</summary>
    public required string SavePath { get; init; }

    public required string Category { get; init; }

    /// <summary>felscanner-&lt;request_id&gt;.</summary>
    public required string Tag { get; init; }

    public bool Paused { get; init; }

    public bool Sequential { get; init; }

    /// <summary>KiB/s; 0 = none.</summary>
    public int UploadLimit { get; init; }

    /// <summary>A magnet link stops once its list of files is there, so that they are looked at before a byte of them is written. Older versions run on.</summary>
    public bool StopAtMetadata { get; init; }
}

public enum AddOutcome
{
    Added,

    /// <summary>qBittorrent already has this hash.</summary>
    AlreadyThere,
}

/// <summary>One torrent as qBittorrent says it. <see cref="State"/> is its own word; an unknown word is passed on.</summary>
public sealed record TorrentState
{
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required string State { get; init; }

    /// <summary>0–1.</summary>
    public double Progress { get; init; }
    public long Downloaded { get; init; }
    public long Size { get; init; }
    public long AmountLeft { get; init; }

    /// <summary>Bytes a second.</summary>
    public long DownloadSpeed { get; init; }
    public long UploadSpeed { get; init; }
    public int Seeds { get; init; }

    /// <summary>Seconds; null for "for ever".</summary>
    public long? Eta { get; init; }
    public string SavePath { get; init; } = "";
    public string ContentPath { get; init; } = "";

    /// <summary>Where its unfinished files are kept; empty when that is the save path.</summary>
    public string DownloadPath { get; init; } = "";
    public string Category { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public bool AutoManaged { get; init; }
    public DateTimeOffset? AddedOn { get; init; }

    /// <summary>Held by a person or this program, in either generation's word.</summary>
    public bool IsStopped => State is "pausedDL" or "stoppedDL" or "pausedUP" or "stoppedUP";

    /// <summary>All its bytes are there and nothing is being checked or moved.</summary>
    public bool IsComplete => Progress >= 1 && State is not ("checkingUP" or "moving" or "checkingResumeData" or "missingFiles" or "error");
}

/// <summary>One file of a torrent. <paramref name="Progress"/> is 0–1.</summary>
public sealed record TorrentContent(int Index, string Name, long Size, double Progress, int FirstPiece, int LastPiece);

/// <summary>The program's torrents as of one poll, and what qBittorrent says of itself.</summary>
public sealed record TorrentSnapshot(IReadOnlyList<TorrentState> Torrents, int TotalCount, long? FreeBytesOnDefaultDisk);

/// <summary>The owner's qBittorrent. Every call may throw a <see cref="ServiceFault"/>.</summary>
public interface ITorrentClient
{
    /// <summary>Makes sure the category exists, then adds. The outcome of a call that timed out is unknown: look by hash before trying again.</summary>
    Task<AddOutcome> AddAsync(TorrentToAdd torrent, CancellationToken cancellationToken);

    Task<TorrentState?> FindAsync(string hash, CancellationToken cancellationToken);

    Task<IReadOnlyList<TorrentState>> TaggedAsync(string tag, CancellationToken cancellationToken);

    /// <summary>Every torrent, whosever it is, that saves into this folder.</summary>
    Task<IReadOnlyList<TorrentState>> InFolderAsync(string savePath, CancellationToken cancellationToken);

    /// <summary>One incremental poll (sync/maindata): every torrent that carries one of the program's tags, and how many there are in all.</summary>
    Task<TorrentSnapshot> PollAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<TorrentContent>> FilesAsync(string hash, CancellationToken cancellationToken);

    /// <summary>For each piece: 0 not there, 1 downloading, 2 there.</summary>
    Task<IReadOnlyList<int>> PiecesAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Bytes in one piece.</summary>
    Task<long> PieceSizeAsync(string hash, CancellationToken cancellationToken);

    /// <summary>The reason of an error state, from qBittorrent's own log; null when the log does not tell.</summary>
    Task<string?> ErrorReasonAsync(TorrentState torrent, CancellationToken cancellationToken);

    /// <summary>Renames a file of the torrent, which goes on seeding under the new name. <paramref name="newPath"/> lies under the save path.</summary>
    Task RenameFileAsync(string hash, TorrentContent file, string newPath, CancellationToken cancellationToken);

    Task MoveAsync(string hash, string savePath, CancellationToken cancellationToken);

    Task TagAsync(string hash, string tag, CancellationToken cancellationToken);

    Task StopAsync(string hash, CancellationToken cancellationToken);

    Task StartAsync(string hash, CancellationToken cancellationToken);

    Task RemoveAsync(string hash, bool withFiles, CancellationToken cancellationToken);

    /// <summary>Every folder that any torrent saves into, whosever it is.</summary>
    Task<IReadOnlyList<string>> SavePathsAsync(CancellationToken cancellationToken);

    /// <summary>Where qBittorrent saves by default, for the mapping doctor.</summary>
    Task<string> DefaultSavePathAsync(CancellationToken cancellationToken);
}
