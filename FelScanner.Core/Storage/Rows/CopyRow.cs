using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Storage.Rows;

/// <summary>One owned copy as Plex told it; what probes and marks say is in <see cref="EvidenceRow"/> and folded in on reading.</summary>
internal sealed class CopyRow
{
    public long Id { get; set; }
    public required string PlexKey { get; set; }
    public string? MediaId { get; set; }
    public string? Library { get; set; }
    public string? Path { get; set; }
    public string? MoreFiles { get; set; }

    /// <summary>The path, or Plex's media id where there is none: with <see cref="FileBytes"/> what evidence hangs on.</summary>
    public required string FileKey { get; set; }
    public long FileBytes { get; set; }
    public bool Analysed { get; set; }
    public Resolution Resolution { get; set; }
    public bool? DolbyVision { get; set; }
    public int? Profile { get; set; }
    public int? CompatibilityId { get; set; }
    public EnhancementLayer Layer { get; set; }
    public Evidence Evidence { get; set; }
    public HdrKind Hdr { get; set; }
    public string? Audio { get; set; }
    public bool? Atmos { get; set; }
    public string? Source { get; set; }
    public bool Remux { get; set; }
    public long? Bytes { get; set; }
    public int? BitrateKbps { get; set; }
    public string? VideoCodec { get; set; }
    public string? Container { get; set; }
    public int? Width { get; set; }
    public int? Height { get; set; }
    public string? AudioTracks { get; set; }
}
