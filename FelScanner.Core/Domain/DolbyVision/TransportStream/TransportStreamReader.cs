using System.Globalization;
using FelScanner.Core.Domain.DolbyVision.Containers;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.TransportStream;

/// <summary>Reads MPEG transport streams with packets of 188 bytes, and of 192 as Blu-ray has them.</summary>
/// <param name="source">The file.</param>
/// <param name="stride">Bytes from one packet to the next.</param>
/// <param name="firstSync">Offset of the first packet's sync byte.</param>
internal sealed class TransportStreamReader(ProbeSource source, int stride, int firstSync) : MediaReader
{
    private const int PacketsAtOnce = 256;
    private const int TableSearch = 4 << 20;
    private const int MostStreams = 16;

    private readonly ProgramMap _map = new();
    private readonly byte[] _buffer = new byte[PacketsAtOnce * stride];
    private bool _scrambled;

    public override string Container => stride == TransportPacket.Length ? "ts" : "m2ts";

    // Nothing can be jumped over here: three places together stay below 24 MiB.
    public override long WholeLimit => 7 << 20;

    public override int PlaceLimit => 7 << 20;

    public override void Open()
    {
        ForEachPacket(firstSync, (packet, offset) =>
        {
            _map.Take(packet);
            _scrambled |= packet.IsScrambled && _map.Pictures.Contains(packet.Pid);
            return !_map.Complete && offset < TableSearch;
        });
        Record = _map.Record;
        OtherCodec = _map is { Pictures.Count: 0, OtherPicture: not null };
        if (OtherCodec)
            Obstacle = string.Create(CultureInfo.InvariantCulture, $"The picture's stream type is 0x{_map.OtherPicture:X2}, not HEVC");
    }

    public override void Read(double fraction, PlaceSample sample)
    {
        Dictionary<int, GatheredStream?> streams = [];
        var target = firstSync + (long)(source.Length * fraction) / stride * stride;
        var ended = ForEachPacket(target, (packet, offset) =>
        {
            if (packet.IsScrambled)
                _scrambled |= _map.Pictures.Contains(packet.Pid);
            else
                Take(packet, offset, streams, sample);
            return !sample.Done;
        });
        foreach (var stream in streams.Values)
            stream?.Finish(ended);
        if (!ended)
            return;
        sample.ReachedEnd = true;
        if (sample.Frames == 0 && _scrambled)
            Obstacle = "The picture is encrypted";
    }

    private delegate bool PacketAction(TransportPacket packet, long offset);

    private void Take(TransportPacket packet, long offset, Dictionary<int, GatheredStream?> streams, PlaceSample sample)
    {
        var payload = packet.Payload;
        var pes = packet.ReadPesHead();
        if (!streams.TryGetValue(packet.Pid, out var stream))
        {
            // Without a programme table any video stream will do; its number is only known where a PES packet begins.
            if (payload.IsEmpty || streams.Count >= MostStreams || (pes is null && !_map.Pictures.Contains(packet.Pid)))
                return;
            streams[packet.Pid] = stream = IsPicture(packet.Pid, pes) ? new GatheredStream(new AnnexBSplitter(sample)) : null;
        }
        stream?.Push(pes is var (_, at) ? payload[at..] : payload, offset);
    }

    private bool IsPicture(int pid, (bool IsVideo, int DataAt)? pes) =>
        _map.Pictures.Count > 0 ? _map.Pictures.Contains(pid) : pes is { IsVideo: true };

    /// <summary>Calls the action for each packet until it says no; true when the file's end came first.</summary>
    private bool ForEachPacket(long sync, PacketAction action)
    {
        while (sync <= source.Length - TransportPacket.Length)
        {
            var count = (int)Math.Min(PacketsAtOnce, (source.Length - sync - TransportPacket.Length) / stride + 1);
            var bytes = _buffer.AsSpan(0, (count - 1) * stride + TransportPacket.Length);
            if (!source.TryRead(sync, bytes))
                return false;
            var at = 0;
            for (; at < bytes.Length && bytes[at] == TransportPacket.Sync; at += stride)
            {
                if (!action(TransportPacket.Read(bytes.Slice(at, TransportPacket.Length)), sync + at))
                    return false;
            }
            sync += at < bytes.Length ? at + Lost(bytes[at..]) : at;
        }
        return true;
    }

    /// <summary>How far the next sync byte is that another one follows at the right distance.</summary>
    private int Lost(ReadOnlySpan<byte> bytes)
    {
        for (var at = 1; at < bytes.Length; at++)
        {
            if (bytes[at] == TransportPacket.Sync && (at + stride >= bytes.Length || bytes[at + stride] == TransportPacket.Sync))
                return at;
        }
        return bytes.Length;
    }
}
