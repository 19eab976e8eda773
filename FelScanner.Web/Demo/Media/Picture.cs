namespace FelScanner.Web.Demo.Media;

/// <summary>A stand-in for a coded film: pictures as lists of NAL units, whose slices no decoder would take.</summary>
internal static class Picture
{
    /// <summary>A picture of slices and, where given, an RPU behind them.</summary>
    public static byte[][] With(RpuRecipe? rpu, int sliceBytes = 300) =>
        rpu is null ? [AccessUnitDelimiter, Slice(sliceBytes)] : [AccessUnitDelimiter, Slice(sliceBytes), LayerSlice, RpuWriter.Nal(rpu)];

    public static byte[][][] Film(int pictures, RpuRecipe? rpu, int sliceBytes = 300) =>
        [.. Enumerable.Repeat(With(rpu, sliceBytes), pictures)];

    public static byte[] AccessUnitDelimiter { get; } = [0x46, 0x01, 0x50];

    /// <summary>A NAL unit of the layer, wrapped in type 63.</summary>
    public static byte[] LayerSlice { get; } = [0x7E, 0x01, 0x02, 0x01, 0xD0, 0x11, 0x22, 0x33];

    public static byte[] Hdr10PlusMessage { get; } = [0x4E, 0x01, 0x04, 0x09, 0xB5, 0x00, 0x3C, 0x00, 0x01, 0x04, 0x01, 0x40, 0x00, 0x80];

    /// <summary>A slice that holds no start code.</summary>
    public static byte[] Slice(int bytes)
    {
        var slice = new byte[Math.Max(3, bytes)];
        for (var index = 0; index < slice.Length; index++)
            slice[index] = (byte)(0x11 + index * 31 % 0xE0);
        slice[0] = 0x02;
        slice[1] = 0x01;
        slice[2] = 0xD0;
        return slice;
    }

    public static byte[] LengthPrefixed(byte[][] picture, int lengthSize = 4) =>
    [
        .. picture.SelectMany(nal => Enumerable.Range(0, lengthSize)
            .Select(at => (byte)(nal.Length >> (8 * (lengthSize - 1 - at))))
            .Concat(nal)),
    ];

    public static byte[] AnnexB(byte[][] picture) => [.. picture.SelectMany((nal, index) => (byte[])(index == 0 ? [0, 0, 0, 1, .. nal] : [0, 0, 1, .. nal]))];

    public static byte[] AnnexB(byte[][][] film) => [.. film.SelectMany(AnnexB)];

    public static byte[] Dump(IEnumerable<RpuRecipe> rpus) => [.. rpus.SelectMany(rpu => (byte[])[0, 0, 0, 1, .. RpuWriter.Payload(rpu)])];

    /// <summary>The configuration record of 24 bytes.</summary>
    public static byte[] Record(int profile, bool layer, int compatibility) =>
        [1, 0, (byte)(profile << 1), (byte)((6 << 3) | 4 | (layer ? 2 : 0) | 1), (byte)(compatibility << 4), .. new byte[19]];

    /// <summary>An hvcC record that only tells the size of the NAL units' lengths.</summary>
    public static byte[] HevcConfiguration(int lengthSize) => [1, .. new byte[20], (byte)(0xFC | (lengthSize - 1)), 0];
}
