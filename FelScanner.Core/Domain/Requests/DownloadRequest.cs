using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Requests;

/// <summary>A release that waits for a person's decision, or has got one. One yes is exactly one download.</summary>
public sealed record DownloadRequest
{
    public required string RequestId { get; init; }

    /// <summary>Requests of one film that wait together share a message and a card: this is the first one's id.</summary>
    public required string CardId { get; init; }

    public required RequestStatus Status { get; init; }

    public long ReleaseId { get; init; }

    /// <summary>Null when the film is not in the library.</summary>
    public long? FilmId { get; init; }

    public required string MovieTitle { get; init; }

    public int? Year { get; init; }

    public int? TmdbId { get; init; }

    public string? ImdbId { get; init; }

    public int? RadarrId { get; init; }

    /// <summary>The release's name.</summary>
    public required string TorrentTitle { get; init; }

    /// <summary>May carry a pass key: never logged, never sent out.</summary>
    public string? TorrentUrl { get; init; }

    public string? MagnetLink { get; init; }

    public required string Feed { get; init; }

    public string? Group { get; init; }

    public long? Bytes { get; init; }

    public int? Seeders { get; init; }

    /// <summary>"fel", "dv" or "hdr".</summary>
    public required string QualityType { get; init; }

    /// <summary>The owned best; null when the film is not in the library.</summary>
    public PictureAndSound? Current { get; init; }

    public required PictureAndSound Offered { get; init; }

    public string UpgradeReason { get; init; } = "";

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Those of the warnings that cost something the owner has now: a yes on a page is asked for twice.</summary>
    public IReadOnlyList<string> Costs { get; init; } = [];

    /// <summary>Radarr's folder for the film, in Radarr's view.</summary>
    public required string TargetFolder { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? OfferedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>A queued request is not offered before this moment.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it was decided or ended, whichever came first.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Who decided: a name for people.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>"telegram", "web", "api" or "system".</summary>
    public string? DecidedIn { get; init; }

    public string? DecisionReason { get; init; }

    /// <summary>The person said yes although there is too little space.</summary>
    public bool Force { get; init; }

    /// <summary>Lower-case hexadecimal; stored before the torrent is added.</summary>
    public string? TorrentHash { get; init; }

    /// <summary>How often the download was tried and failed for a reason outside.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>What went wrong last, in a sentence, with the remedy.</summary>
    public string? Error { get; init; }

    /// <summary>Since when every try has failed; null while none has.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>How often in a row the feed said that it has no such torrent, or sent a broken one.</summary>
    public int TimesGone { get; init; }

    /// <summary>The files of a magnet link were looked at.</summary>
    public bool Inspected { get; init; }

    /// <summary>What the approver chose for this download; null: as the settings say.</summary>
    public DownloadChoices? Choices { get; init; }

    /// <summary>0–1, as last seen.</summary>
    public double Progress { get; init; }

    /// <summary>What the file that arrived (or its head) says.</summary>
    public EnhancementLayer ArrivedLayer { get; init; }

    /// <summary>True once <see cref="ArrivedLayer"/> is proven by the whole file, or FEL by any part of it.</summary>
    public bool LayerProven { get; init; }

    public string? ProbeReason { get; init; }

    /// <summary>The Dolby Vision profile that the file itself says; null when it has none or was not read.</summary>
    public int? ArrivedProfile { get; init; }

    /// <summary>Plex was seen to list the file.</summary>
    public bool InPlex { get; init; }

    /// <summary>The file was probed while it still ran and is not what was promised: a person is asked whether to keep it.</summary>
    public bool AskedToStop { get; init; }

    /// <summary>The person answered "Keep".</summary>
    public bool Kept { get; init; }

    /// <summary>Who wants it stopped and removed, until that is done.</summary>
    public string? StopAskedBy { get; init; }

    /// <summary>Who wants it started again in qBittorrent, until that is done.</summary>
    public string? ResumeAskedBy { get; init; }
}
