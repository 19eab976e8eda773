namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>Where one stored picture lies in the file.</summary>
internal sealed record Extent(long Offset, long Length);
