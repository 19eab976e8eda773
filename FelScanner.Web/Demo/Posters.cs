using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FelScanner.Web.Demo;

/// <summary>Paints a quiet gradient as a PNG, the same for the same number, where a real service would have a poster.</summary>
internal static class Posters
{
    private const int Width = 240;
    private const int Height = 360;
    private const uint Polynomial = 0xEDB88320;

    public static byte[] Paint(int number)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        header[9] = 2;
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Pixels(number * 47 % 360));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Pixels(int hue)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[1 + (Width * 3)];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                    Colour(hue, 1 - (((double)y / Height * 0.8) + ((double)x / Width * 0.2)), row.AsSpan(1 + (x * 3), 3));
                zlib.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static void Colour(int hue, double light, Span<byte> rgb)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            var angle = (hue + (channel * 120)) * Math.PI / 180;
            var tone = 0.5 + (0.42 * Math.Cos(angle));
            rgb[channel] = (byte)Math.Clamp(12 + (tone * light * light * 215), 0, 255);
        }
    }

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        var body = new byte[4 + content.Length];
        Encoding.ASCII.GetBytes(type, body);
        content.CopyTo(body, 4);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        png.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
        }
        return ~crc;
    }
}
