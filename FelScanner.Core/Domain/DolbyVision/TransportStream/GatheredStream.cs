using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.TransportStream;

/// <summary>Gathers one stream's payloads of at most 184 bytes, so that start codes are looked for in pieces that are worth it.</summary>
internal sealed class GatheredStream(AnnexBSplitter splitter)
{
    private readonly byte[] _bytes = new byte[16 << 10];
    private int _count;
    private long _offset;

    public void Push(ReadOnlySpan<byte> payload, long offset)
    {
        if (_count + payload.Length > _bytes.Length)
            Pass();
        if (_count == 0)
            _offset = offset;
        payload.CopyTo(_bytes.AsSpan(_count));
        _count += payload.Length;
    }

    /// <summary>Hands over what has been gathered; with the end of the stream, the last unit is whole.</summary>
    public void Finish(bool ended)
    {
        Pass();
        if (ended)
            splitter.Flush();
    }

    private void Pass()
    {
        splitter.Push(_bytes.AsSpan(0, _count), _offset);
        _count = 0;
    }
}
