using FelScanner.Core.Domain.DolbyVision.Containers;

namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>A video track: its codec, its sample table, and what it claims about Dolby Vision.</summary>
internal sealed record Mp4Track
{
    private const int LongestConfiguration = 4 << 10;
    private const int LengthSizeAt = 21;

    /// <summary>Fields of a VisualSampleEntry before its boxes, behind the box's head.</summary>
    private const int SampleEntryFields = 78;

    public required long Id { get; init; }

    public required uint Codec { get; init; }

    public required string CodecName { get; init; }

    public required int LengthSize { get; init; }

    public DolbyVisionRecord? Record { get; init; }

    public required SampleTable Samples { get; init; }

    public bool IsHevc => Codec is Mp4Types.Hvc1 or Mp4Types.Hev1 or Mp4Types.Dvh1 or Mp4Types.Dvhe;

    public bool IsEncrypted => Codec == Mp4Types.Encv;

    /// <summary>Reads a trak box; null when it is no video or has no sample description.</summary>
    public static Mp4Track? Read(ProbeSource source, Mp4Box trak)
    {
        if (trak.Child(source, Mp4Types.Mdia) is not { } media
            || media.Child(source, Mp4Types.Hdlr)?.UInt32(source, 8) != Mp4Types.Vide
            || media.Child(source, Mp4Types.Minf)?.Child(source, Mp4Types.Stbl) is not { } table
            || table.Child(source, Mp4Types.Stsd) is not { } descriptions)
            return null;
        foreach (var entry in descriptions.Children(source, 8))
        {
            var (lengthSize, record) = ReadEntry(source, entry);
            return new Mp4Track
            {
                Id = ReadId(source, trak),
                Codec = entry.Type,
                CodecName = entry.Name,
                LengthSize = lengthSize,
                Record = record,
                Samples = SampleTable.Read(source, table),
            };
        }
        return null;
    }

    private static (int LengthSize, DolbyVisionRecord? Record) ReadEntry(ProbeSource source, Mp4Box entry)
    {
        var lengthSize = 4;
        DolbyVisionRecord? record = null;
        foreach (var box in entry.Children(source, SampleEntryFields))
        {
            switch (box.Type)
            {
                case Mp4Types.HevcConfiguration when box.Bytes(source, LongestConfiguration) is { Length: > LengthSizeAt } bytes:
                    lengthSize = (bytes[LengthSizeAt] & 3) + 1;
                    break;
                case Mp4Types.DolbyVisionConfiguration or Mp4Types.DolbyVisionConfiguration8 or Mp4Types.DolbyVisionConfiguration10:
                    record ??= DolbyVisionRecord.FromConfiguration(box.Bytes(source, 64));
                    break;
            }
        }
        return (lengthSize, record);
    }

    private static long ReadId(ProbeSource source, Mp4Box trak)
    {
        if (trak.Child(source, Mp4Types.Tkhd) is not { } header)
            return 0;
        // The times before the id are twice as long in version 1.
        var version = header.UInt32(source, 0) >> 24;
        return header.UInt32(source, version == 1 ? 20 : 12);
    }
}
