using System.Numerics;

namespace FelScanner.Web.Demo.Media;

/// <summary>Writes bits, most significant first.</summary>
internal sealed class BitWriter
{
    private readonly List<bool> _bits = [];

    public void Bits(uint value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
            _bits.Add(((value >> bit) & 1) != 0);
    }

    public void Flag(bool value) => _bits.Add(value);

    public void Ue(uint value)
    {
        var code = value + 1UL;
        var length = 64 - BitOperations.LeadingZeroCount(code);
        Bits(0, length - 1);
        for (var bit = length - 1; bit >= 0; bit--)
            _bits.Add(((code >> bit) & 1) != 0);
    }

    public void Se(int value) => Ue(value > 0 ? (uint)(2 * value - 1) : (uint)(-2 * value));

    public byte[] ToBytes()
    {
        var bytes = new byte[(_bits.Count + 7) / 8];
        for (var index = 0; index < _bits.Count; index++)
        {
            if (_bits[index])
                bytes[index / 8] |= (byte)(0x80 >> (index % 8));
        }
        return bytes;
    }
}
