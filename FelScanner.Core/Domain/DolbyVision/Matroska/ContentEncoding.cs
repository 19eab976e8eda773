namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>What was done to a track's frames before they were stored (RFC 9559, ContentEncoding).</summary>
internal sealed record ContentEncoding(long Order, bool AppliesToFrames, ContentEncodingKind Kind, byte[] Stripped)
{
    private const int LongestSettings = 4 << 10;

    public static ContentEncoding Read(ProbeSource source, EbmlElement element)
    {
        long order = 0, scope = 1, type = 0, algorithm = 0;
        byte[] settings = [];
        foreach (var child in element.Children(source))
        {
            switch (child.Id)
            {
                case MatroskaIds.ContentEncodingOrder: order = child.Unsigned(source); break;
                case MatroskaIds.ContentEncodingScope: scope = child.Unsigned(source); break;
                case MatroskaIds.ContentEncodingType: type = child.Unsigned(source); break;
                case MatroskaIds.ContentCompression: (algorithm, settings) = ReadCompression(source, child); break;
            }
        }
        return new ContentEncoding(order, (scope & 1) != 0, KindOf(type, algorithm), settings);
    }

    private static (long Algorithm, byte[] Settings) ReadCompression(ProbeSource source, EbmlElement compression)
    {
        long algorithm = 0;
        byte[] settings = [];
        foreach (var child in compression.Children(source))
        {
            if (child.Id == MatroskaIds.ContentCompressionAlgorithm)
                algorithm = child.Unsigned(source);
            else if (child.Id == MatroskaIds.ContentCompressionSettings)
                settings = child.Bytes(source, LongestSettings);
        }
        return (algorithm, settings);
    }

    private static ContentEncodingKind KindOf(long type, long algorithm) => (type, algorithm) switch
    {
        (0, 0) => ContentEncodingKind.Zlib,
        (0, 3) => ContentEncodingKind.HeaderStripping,
        (1, _) => ContentEncodingKind.Encrypted,
        _ => ContentEncodingKind.Unsupported,
    };
}

internal enum ContentEncodingKind
{
    Zlib,
    HeaderStripping,
    Encrypted,
    Unsupported,
}
