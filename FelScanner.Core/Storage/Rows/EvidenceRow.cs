using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Storage.Rows;

/// <summary>What a probe or the owner said about a file. It hangs on path and size, so that it outlives a new Plex item for the same file.</summary>
internal sealed class EvidenceRow
{
    public const string Probe = "probe";
    public const string Mark = "mark";

    public long Id { get; set; }
    public required string FileKey { get; set; }
    public long FileBytes { get; set; }

    /// <summary><see cref="Probe"/> or <see cref="Mark"/>: the newest word of each counts.</summary>
    public required string Origin { get; set; }
    public Evidence Evidence { get; set; }
    public EnhancementLayer Layer { get; set; }
    public int? Profile { get; set; }
    public int? CompatibilityId { get; set; }
    public bool Hdr10Plus { get; set; }
    public required string By { get; set; }
    public required string Reason { get; set; }
    public DateTimeOffset At { get; set; }
    public bool Opened { get; set; } = true;
    public bool Complete { get; set; } = true;
    public long? ProbedBytes { get; set; }
    public DateTimeOffset? ProbedFileChangedAt { get; set; }
}
