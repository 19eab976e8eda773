namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>Reads bits, most significant first; past the end it gives zeros and remembers so in <see cref="Failed"/>.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>True after a read past the end or an Exp-Golomb code of more than 32 bits: nothing read can be trusted then.</summary>
    public bool Failed { get; private set; }

    public uint Bits(int count)
    {
        if (Failed || count < 0 || count > 32 || _position + count > _bytes.Length * 8)
        {
            Failed = true;
            return 0;
        }
        ulong value = 0;
        var end = _position + count;
        while (_position < end)
        {
            var free = 8 - (_position & 7);
            var take = Math.Min(free, end - _position);
            var part = (_bytes[_position >> 3] >> (free - take)) & ((1 << take) - 1);
            value = (value << take) | (uint)part;
            _position += take;
        }
        return (uint)value;
    }

    public bool Flag() => Bits(1) == 1;

    /// <summary>Unsigned Exp-Golomb, ue(v) of ITU-T H.265 clause 9.2.</summary>
    public uint Ue()
    {
        var zeros = 0;
        while (!Failed && !Flag())
            zeros++;
        if (Failed || zeros > 31)
        {
            Failed = true;
            return 0;
        }
        return zeros == 0 ? 0 : (uint)((1UL << zeros) - 1 + Bits(zeros));
    }

    /// <summary>Signed Exp-Golomb, se(v) of ITU-T H.265 clause 9.2.2.</summary>
    public long Se()
    {
        long code = Ue();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }
}
