namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>CRC-32/MPEG-2: polynomial 04C11DB7, all ones at the start, not reflected, nothing at the end.</summary>
internal static class Crc32Mpeg2
{
    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = (crc << 8) ^ Table[(crc >> 24) ^ value];
        return crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint index = 0; index < 256; index++)
        {
            var crc = index << 24;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000_0000) != 0 ? (crc << 1) ^ 0x04C1_1DB7 : crc << 1;
            table[index] = crc;
        }
        return table;
    }
}
