using System.Buffers.Binary;

namespace FelScanner.Web.Demo.Media;

/// <summary>Writes RPUs by the bit syntax of ETSI GS CCM 001, apart from the reader so that both cannot share a mistake.</summary>
internal static class RpuWriter
{
    private const int Denominator = 23;
    private const int Depth = 10;

    /// <summary>Many bits, so that random damage does not happen to repair the checksum.</summary>
    private const uint WrongBits = 0xA5C3_963D;

    /// <summary>The escaped RPU behind its NAL header.</summary>
    public static byte[] Payload(RpuRecipe recipe)
    {
        byte[] body = [.. Body(recipe), .. recipe.Tail];
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(body) ^ (recipe.BadChecksum ? WrongBits : 0));
        return [.. Escape([0x19, .. body, .. checksum, 0x80]), .. new byte[recipe.TrailingZeros]];
    }

    /// <summary>The whole NAL unit of type 62.</summary>
    public static byte[] Nal(RpuRecipe recipe) => [0x7C, 0x01, .. Payload(recipe)];

    public static byte[] Escape(byte[] plain)
    {
        List<byte> escaped = [];
        var zeros = 0;
        foreach (var value in plain)
        {
            if (zeros >= 2 && value <= 3)
            {
                escaped.Add(3);
                zeros = 0;
            }
            escaped.Add(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }
        return [.. escaped];
    }

    /// <summary>CRC-32/MPEG-2, bit by bit.</summary>
    private static uint Checksum(byte[] bytes)
    {
        var crc = 0xFFFF_FFFFu;
        foreach (var value in bytes)
        {
            crc ^= (uint)value << 24;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000_0000) != 0 ? (crc << 1) ^ 0x04C1_1DB7 : crc << 1;
        }
        return crc;
    }

    private static byte[] Body(RpuRecipe recipe)
    {
        var bits = new BitWriter();
        bits.Bits(2, 6);
        bits.Bits(18, 11);
        bits.Bits(recipe.RpuProfile, 4);
        bits.Bits(0, 4);
        bits.Flag(true);
        bits.Flag(false);
        bits.Bits(recipe.FloatingPoint ? 1u : 0u, 2);
        if (!recipe.FloatingPoint)
            bits.Ue(Denominator);
        bits.Bits(1, 2);
        bits.Flag(recipe.FullRange);
        bits.Ue(Depth - 8);
        bits.Ue(Depth - 8);
        bits.Ue((uint)recipe.VdrDepth - 8);
        bits.Flag(false);
        bits.Bits(0, 3);
        bits.Flag(recipe.Spatial);
        bits.Flag(recipe.NoResidual);
        bits.Flag(true);
        bits.Flag(recipe.UsesEarlier);
        if (recipe.UsesEarlier)
            bits.Ue(0);
        else
            Mapping(bits, recipe);
        DisplayMetadata(bits);
        return bits.ToBytes();
    }

    /// <summary>The probe does not read this; ffmpeg takes no RPU without it.</summary>
    private static void DisplayMetadata(BitWriter bits)
    {
        for (var id = 0; id < 3; id++)
            bits.Ue(0);
        for (var coefficient = 0; coefficient < 9; coefficient++)
            bits.Bits(9574, 16);
        for (var offset = 0; offset < 3; offset++)
            bits.Bits(16777216, 32);
        for (var coefficient = 0; coefficient < 9; coefficient++)
            bits.Bits(7222, 16);
        bits.Bits(65535, 16);
        bits.Bits(0, 32);
        bits.Bits(0, 32);
        bits.Bits(12, 5);
        bits.Bits(0, 4);
        bits.Bits(1, 2);
        bits.Bits(7, 12);
        bits.Bits(3079, 12);
        bits.Bits(42, 10);
        bits.Ue(0);
    }

    private static void Mapping(BitWriter bits, RpuRecipe recipe)
    {
        for (var id = 0; id < 3; id++)
            bits.Ue(0);
        for (var component = 0; component < 3; component++)
        {
            bits.Ue((uint)recipe.Pieces - 1);
            for (var pivot = 0; pivot <= recipe.Pieces; pivot++)
                bits.Bits((uint)(1023 * pivot / recipe.Pieces), Depth);
        }
        if (!recipe.NoResidual)
        {
            bits.Bits(0, 3);
            bits.Bits(0, Depth);
            bits.Bits(1023, Depth);
        }
        bits.Ue(0);
        bits.Ue(0);
        for (var curve = 0; curve < 3 * recipe.Pieces; curve++)
            Curve(bits, recipe, curve);
        for (var component = 0; component < 3 && !recipe.NoResidual; component++)
            Quantisation(bits, component == (recipe.OnlyComponent ?? component) ? recipe : RpuRecipe.Mel, recipe.FloatingPoint);
    }

    private static void Curve(BitWriter bits, RpuRecipe recipe, int curve)
    {
        var regression = recipe.RegressionOrder > 0 && curve % 2 == 1;
        bits.Ue(regression ? 1u : 0u);
        if (regression)
            bits.Bits((uint)recipe.RegressionOrder - 1, 2);
        else
            bits.Ue(1);
        var count = regression ? 1 + 7 * recipe.RegressionOrder : 3;
        for (var index = 0; index < count; index++)
            Coefficient(bits, index - 1, (uint)(index * 7919), recipe.FloatingPoint);
    }

    private static void Coefficient(BitWriter bits, int whole, uint fraction, bool floating)
    {
        if (!floating)
            bits.Se(whole);
        bits.Bits(fraction, floating ? 32 : Denominator);
    }

    private static void Quantisation(BitWriter bits, RpuRecipe recipe, bool floating)
    {
        bits.Bits(recipe.Offset, Depth);
        foreach (var (whole, fraction) in new[] { (recipe.MaximumWhole, recipe.Maximum), (0u, recipe.Slope), (0u, recipe.Threshold) })
        {
            if (!floating)
                bits.Ue(whole);
            bits.Bits(fraction, floating ? 32 : Denominator);
        }
    }
}
