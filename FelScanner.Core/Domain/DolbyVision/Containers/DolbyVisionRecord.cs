namespace FelScanner.Core.Domain.DolbyVision.Containers;

/// <summary>What a container claims about its Dolby Vision stream: the configuration record (dvcC, dvvC, dvwC) or the transport stream descriptor 0xB0.</summary>
internal sealed record DolbyVisionRecord(int Profile, bool HasLayer, int? CompatibilityId)
{
    /// <summary>Reads the 24-byte record of "Dolby Vision Streams Within the ISO Base Media File Format"; null when it is too short.</summary>
    public static DolbyVisionRecord? FromConfiguration(ReadOnlySpan<byte> record) =>
        record.Length < 5 ? null : new(record[2] >> 1, (record[3] & 2) != 0, record[4] >> 4);

    /// <summary>Reads the body of DOVI_video_stream_descriptor ("Dolby Vision Streams Within the MPEG-2 Transport Stream Format"); null when it is too short.</summary>
    public static DolbyVisionRecord? FromDescriptor(ReadOnlySpan<byte> body)
    {
        if (body.Length < 4)
            return null;
        // The id of the base layer's stream stands before the compatibility id when this stream has no base layer.
        var compatibilityAt = (body[3] & 1) != 0 ? 4 : 6;
        return new(body[2] >> 1, (body[3] & 2) != 0, body.Length > compatibilityAt ? body[compatibilityAt] >> 4 : null);
    }
}
