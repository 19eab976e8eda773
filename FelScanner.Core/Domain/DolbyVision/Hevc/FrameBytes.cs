namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>One stored picture: bytes in memory (what was unpacked or stripped off) followed by bytes of the file.</summary>
internal readonly record struct FrameBytes(byte[] Head, long Offset, long FileLength)
{
    public long Length => Head.Length + FileLength;

    /// <summary>Copies from <paramref name="at"/>, an offset within the picture; false when it cannot be had.</summary>
    public bool TryRead(ProbeSource source, long at, Span<byte> target)
    {
        if (at < 0 || at > Length - target.Length)
            return false;
        if (at < Head.Length)
        {
            var part = (int)Math.Min(Head.Length - at, target.Length);
            Head.AsSpan((int)at, part).CopyTo(target);
            target = target[part..];
            at += part;
        }
        return target.IsEmpty ? source.Spend(1) : source.TryRead(Offset + at - Head.Length, target);
    }
}
