using System.Buffers.Binary;
using FelScanner.Core.Domain.DolbyVision.Containers;

namespace FelScanner.Core.Domain.DolbyVision.TransportStream;

/// <summary>The programme tables of a transport stream (ITU-T H.222.0 clause 2.4.4): which of its streams are pictures, and what they claim.</summary>
internal sealed class ProgramMap
{
    private const int PatPid = 0;
    private const byte PatTable = 0;
    private const byte PmtTable = 2;
    private const int LongestSection = 1024;
    private const int MostProgrammes = 32;
    private const byte DolbyVisionDescriptor = 0xB0;
    private const byte RegistrationDescriptor = 0x05;
    private const int Hevc = 0x24;
    private const int PrivateData = 0x06;

    private readonly Dictionary<int, List<byte>> _sections = new() { [PatPid] = [] };
    private readonly HashSet<int> _programmes = [];
    private readonly HashSet<int> _read = [];

    /// <summary>Streams of HEVC pictures and of Dolby Vision layers.</summary>
    public HashSet<int> Pictures { get; } = [];

    /// <summary>The stream type of a picture that is not HEVC, if there is one.</summary>
    public int? OtherPicture { get; private set; }

    public DolbyVisionRecord? Record { get; private set; }

    /// <summary>True when every programme of the association table has been read.</summary>
    public bool Complete => _programmes.Count > 0 && _programmes.IsSubsetOf(_read);

    public void Take(TransportPacket packet)
    {
        if (!_sections.TryGetValue(packet.Pid, out var section) || packet.Payload.IsEmpty)
            return;
        var payload = packet.Payload;
        if (packet.Starts)
        {
            section.Clear();
            payload = payload[Math.Min(payload.Length, payload[0] + 1)..];
        }
        else if (section.Count == 0)
        {
            return;
        }
        if (section.Count < LongestSection)
            section.AddRange(payload);
        ReadSection(packet.Pid, [.. section]);
    }

    private void ReadSection(int pid, ReadOnlySpan<byte> section)
    {
        const int checksum = 4;
        const int head = 3;
        if (section.Length < head)
            return;
        var length = head + (BinaryPrimitives.ReadUInt16BigEndian(section[1..]) & 0xFFF) - checksum;
        if (length > section.Length || length < 8)
            return;
        var body = section[8..length];
        if (pid == PatPid && section[0] == PatTable)
            ReadAssociation(body);
        else if (section[0] == PmtTable && _read.Add(pid))
            ReadProgramme(body);
    }

    private void ReadAssociation(ReadOnlySpan<byte> body)
    {
        for (; body.Length >= 4 && _programmes.Count < MostProgrammes; body = body[4..])
        {
            var pid = BinaryPrimitives.ReadUInt16BigEndian(body[2..]) & 0x1FFF;
            var isNetwork = BinaryPrimitives.ReadUInt16BigEndian(body) == 0;
            if (!isNetwork && _programmes.Add(pid))
                _sections.TryAdd(pid, []);
        }
    }

    private void ReadProgramme(ReadOnlySpan<byte> body)
    {
        if (body.Length < 4)
            return;
        var descriptors = BinaryPrimitives.ReadUInt16BigEndian(body[2..]) & 0xFFF;
        body = body[Math.Min(body.Length, 4 + descriptors)..];
        while (body.Length >= 5)
        {
            var pid = BinaryPrimitives.ReadUInt16BigEndian(body[1..]) & 0x1FFF;
            var length = Math.Min(body.Length - 5, BinaryPrimitives.ReadUInt16BigEndian(body[3..]) & 0xFFF);
            ReadStream(body[0], pid, body.Slice(5, length));
            body = body[(5 + length)..];
        }
    }

    private void ReadStream(int type, int pid, ReadOnlySpan<byte> descriptors)
    {
        var registered = false;
        DolbyVisionRecord? record = null;
        while (descriptors.Length >= 2)
        {
            var body = descriptors.Slice(2, Math.Min(descriptors[1], descriptors.Length - 2));
            if (descriptors[0] == DolbyVisionDescriptor)
                record = DolbyVisionRecord.FromDescriptor(body);
            else if (descriptors[0] == RegistrationDescriptor)
                registered = body.StartsWith("HEVC"u8) || body.StartsWith("DOVI"u8);
            descriptors = descriptors[(2 + body.Length)..];
        }
        // A UHD disc puts the descriptor on the enhancement stream: its profile is the one to report.
        Record ??= record;
        if (type == Hevc || (type == PrivateData && (registered || record is not null)))
            Pictures.Add(pid);
        else if (IsOtherPicture(type))
            OtherPicture = type;
    }

    /// <summary>MPEG-1, MPEG-2, MPEG-4, AVC, JPEG 2000, VVC and VC-1.</summary>
    private static bool IsOtherPicture(int type) => type is 0x01 or 0x02 or 0x10 or 0x1B or 0x1F or 0x20 or 0x21 or 0x33 or 0xEA;
}
