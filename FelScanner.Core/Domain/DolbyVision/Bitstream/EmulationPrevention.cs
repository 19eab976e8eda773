namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>Takes the emulation prevention bytes out of a NAL unit (ITU-T H.265 clause 7.3.1.1): a 3 after two zeros.</summary>
internal static class EmulationPrevention
{
    private static ReadOnlySpan<byte> Escape => [0, 0, 3];

    /// <summary>Writes the plain bytes to <paramref name="target"/>, which must be as long as <paramref name="escaped"/>; returns how many.</summary>
    public static int Remove(ReadOnlySpan<byte> escaped, Span<byte> target)
    {
        var written = 0;
        while (true)
        {
            // The two zeros are those of the escaped input: after a removed 3 the count begins anew.
            var at = escaped.IndexOf(Escape);
            if (at < 0)
            {
                escaped.CopyTo(target[written..]);
                return written + escaped.Length;
            }
            escaped[..(at + 2)].CopyTo(target[written..]);
            written += at + 2;
            escaped = escaped[(at + 3)..];
        }
    }
}
