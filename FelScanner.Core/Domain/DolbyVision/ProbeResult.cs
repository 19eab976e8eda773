using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>What the file's own metadata says.</summary>
public sealed record ProbeResult
{
    /// <summary>mkv, mp4, ts, m2ts, hevc, rpu or unknown.</summary>
    public required string Container { get; init; }

    public int? Profile { get; init; }

    public EnhancementLayer Layer { get; init; }

    public int? CompatibilityId { get; init; }

    public bool Hdr10Plus { get; init; }

    /// <summary>How many RPUs were read.</summary>
    public int Rpus { get; init; }

    /// <summary>One sentence: the numbers that decided, or why it is unknown and what to do.</summary>
    public required string Reason { get; init; }

    /// <summary>False when the answer comes from the head of the file alone: "MEL so far", shown but never proven.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>False when the file could not be opened at all.</summary>
    public bool Opened { get; init; } = true;

    public long BytesRead { get; init; }
}
