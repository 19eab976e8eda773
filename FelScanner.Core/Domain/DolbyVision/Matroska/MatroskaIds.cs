namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>The element ids that matter (RFC 9559).</summary>
internal static class MatroskaIds
{
    public const uint Ebml = 0x1A45DFA3;
    public const uint Segment = 0x18538067;
    public const uint SeekHead = 0x114D9B74;
    public const uint Seek = 0x4DBB;
    public const uint SeekId = 0x53AB;
    public const uint SeekPosition = 0x53AC;
    public const uint Info = 0x1549A966;
    public const uint Tags = 0x1254C367;
    public const uint Attachments = 0x1941A469;
    public const uint Chapters = 0x1043A770;
    public const uint Void = 0xEC;
    public const uint Crc32 = 0xBF;

    public const uint Tracks = 0x1654AE6B;
    public const uint TrackEntry = 0xAE;
    public const uint TrackNumber = 0xD7;
    public const uint TrackType = 0x83;
    public const uint CodecId = 0x86;
    public const uint CodecPrivate = 0x63A2;
    public const uint BlockAdditionMapping = 0x41E4;
    public const uint BlockAddIdType = 0x41E7;
    public const uint BlockAddIdExtraData = 0x41ED;
    public const uint ContentEncodings = 0x6D80;
    public const uint ContentEncoding = 0x6240;
    public const uint ContentEncodingOrder = 0x5031;
    public const uint ContentEncodingScope = 0x5032;
    public const uint ContentEncodingType = 0x5033;
    public const uint ContentCompression = 0x5034;
    public const uint ContentCompressionAlgorithm = 0x4254;
    public const uint ContentCompressionSettings = 0x4255;

    public const uint Cues = 0x1C53BB6B;
    public const uint CuePoint = 0xBB;
    public const uint CueTrackPositions = 0xB7;
    public const uint CueTrack = 0xF7;
    public const uint CueClusterPosition = 0xF1;
    public const uint CueRelativePosition = 0xF0;

    public const uint Cluster = 0x1F43B675;
    public const uint Timestamp = 0xE7;
    public const uint Position = 0xA7;
    public const uint PreviousSize = 0xAB;
    public const uint SilentTracks = 0x5854;
    public const uint SimpleBlock = 0xA3;
    public const uint BlockGroup = 0xA0;
    public const uint Block = 0xA1;

    /// <summary>True for the elements that stand beside clusters: one of them ends a cluster of unknown size.</summary>
    public static bool EndsCluster(uint id) =>
        id is Cluster or Cues or Tags or SeekHead or Info or Tracks or Attachments or Chapters or Segment or Ebml;

    /// <summary>True for the elements that a cluster holds.</summary>
    public static bool IsInCluster(uint id) =>
        id is Timestamp or SimpleBlock or BlockGroup or Position or PreviousSize or SilentTracks or Void or Crc32;
}
