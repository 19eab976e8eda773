using FelScanner.Core.Domain.DolbyVision.Containers;

namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>A video track: its codec, how its NAL units are stored, and what it claims about Dolby Vision.</summary>
internal sealed record MatroskaTrack
{
    private const int LongestPrivate = 64 << 10;
    private const int VideoType = 1;
    private const int LengthSizeAt = 21;
    private const int MostEncodings = 4;
    private const uint Dvcc = 0x64766343;
    private const uint Dvvc = 0x64767643;
    private const uint Dvwc = 0x64767743;

    public required long Number { get; init; }

    public required string Codec { get; init; }

    /// <summary>Bytes of the length before each NAL unit, 1 to 4.</summary>
    public required int LengthSize { get; init; }

    public DolbyVisionRecord? Record { get; init; }

    /// <summary>In the order in which they have to be undone.</summary>
    public required IReadOnlyList<ContentEncoding> Encodings { get; init; }

    public bool IsHevc => Codec.StartsWith("V_MPEGH/ISO/HEVC", StringComparison.Ordinal);

    /// <summary>Reads a TrackEntry; null when it is no video.</summary>
    public static MatroskaTrack? Read(ProbeSource source, EbmlElement entry)
    {
        long number = 0, type = 0;
        var codec = "";
        byte[] codecPrivate = [];
        DolbyVisionRecord? record = null;
        List<ContentEncoding> encodings = [];
        foreach (var child in entry.Children(source))
        {
            switch (child.Id)
            {
                case MatroskaIds.TrackNumber: number = child.Unsigned(source); break;
                case MatroskaIds.TrackType: type = child.Unsigned(source); break;
                case MatroskaIds.CodecId: codec = System.Text.Encoding.ASCII.GetString(child.Bytes(source, 64)).TrimEnd('\0'); break;
                case MatroskaIds.CodecPrivate: codecPrivate = child.Bytes(source, LongestPrivate); break;
                case MatroskaIds.BlockAdditionMapping: record ??= ReadRecord(source, child); break;
                case MatroskaIds.ContentEncodings: encodings = ReadEncodings(source, child); break;
            }
        }
        return type != VideoType ? null : new MatroskaTrack
        {
            Number = number,
            Codec = codec,
            LengthSize = codecPrivate.Length > LengthSizeAt ? (codecPrivate[LengthSizeAt] & 3) + 1 : 4,
            Record = record,
            Encodings = encodings,
        };
    }

    private static DolbyVisionRecord? ReadRecord(ProbeSource source, EbmlElement mapping)
    {
        long type = 0;
        byte[] data = [];
        foreach (var child in mapping.Children(source))
        {
            if (child.Id == MatroskaIds.BlockAddIdType)
                type = child.Unsigned(source);
            else if (child.Id == MatroskaIds.BlockAddIdExtraData)
                data = child.Bytes(source, 64);
        }
        return type is Dvcc or Dvvc or Dvwc ? DolbyVisionRecord.FromConfiguration(data) : null;
    }

    private static List<ContentEncoding> ReadEncodings(ProbeSource source, EbmlElement encodings) =>
    [
        .. encodings.Children(source)
            .Where(child => child.Id == MatroskaIds.ContentEncoding)
            .Take(MostEncodings)
            .Select(child => ContentEncoding.Read(source, child))
            .Where(encoding => encoding.AppliesToFrames)
            .OrderByDescending(encoding => encoding.Order),
    ];
}
