using System.Buffers.Binary;

namespace FelScanner.Core.Domain.DolbyVision.TransportStream;

/// <summary>One transport stream packet of 188 bytes (ITU-T H.222.0 clause 2.4.3.2).</summary>
internal readonly ref struct TransportPacket
{
    public const int Length = 188;
    public const byte Sync = 0x47;

    private const int HeaderLength = 4;

    private TransportPacket(int pid, bool starts, bool scrambled, ReadOnlySpan<byte> payload)
    {
        Pid = pid;
        Starts = starts;
        IsScrambled = scrambled;
        Payload = payload;
    }

    public int Pid { get; }

    /// <summary>True when a PES packet or a section begins here.</summary>
    public bool Starts { get; }

    public bool IsScrambled { get; }

    public ReadOnlySpan<byte> Payload { get; }

    /// <param name="bytes">188 bytes that begin with the sync byte.</param>
    public static TransportPacket Read(ReadOnlySpan<byte> bytes)
    {
        var head = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var payload = bytes[HeaderLength..];
        if ((head & 0x20) != 0)
            payload = payload[Math.Min(payload.Length, payload[0] + 1)..];
        if ((head & 0x10) == 0 || (head & 0x80_0000) != 0)
            payload = [];
        return new TransportPacket((int)(head >> 8) & 0x1FFF, (head & 0x40_0000) != 0, (head & 0xC0) != 0, payload);
    }

    /// <summary>What a PES packet carries (clause 2.4.3.6), and whether it is video; nothing when no PES packet begins here.</summary>
    public (bool IsVideo, int DataAt)? ReadPesHead()
    {
        const int fixedLength = 9;
        if (!Starts || Payload.Length < fixedLength || !Payload.StartsWith((ReadOnlySpan<byte>)[0, 0, 1]))
            return null;
        const int extendedStream = 0xFD;
        var stream = Payload[3];
        return ((stream & 0xF0) == 0xE0 || stream == extendedStream, Math.Min(Payload.Length, fixedLength + Payload[8]));
    }
}
