namespace FelScanner.Tests.Core.Domain.DolbyVision.Writers;

/// <summary>A file as large as one likes, made of a head, one stretch again and again, and a tail; bytes that nobody wrote are zero. Counts what is read.</summary>
internal sealed class SparseStream(byte[] head, SparseStretch stretch, long repeats, byte[] tail) : Stream
{
    private long _lastRead = -1;

    /// <summary>The stretch that stands in place of the usual one from a repeat on; of the same length.</summary>
    public (long From, SparseStretch Stretch)? Later { get; init; }

    public long BytesRead { get; private set; }

    /// <summary>Reads that began more than 32 MiB away from the one before.</summary>
    public int Places { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => head.Length + stretch.Length * repeats + tail.Length;
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Clamp(Length - Position, 0, buffer.Length);
        if (_lastRead < 0 || Math.Abs(Position - _lastRead) > 32 << 20)
            Places++;
        _lastRead = Position;
        buffer = buffer[..count];
        buffer.Clear();
        while (!buffer.IsEmpty)
        {
            var done = Fill(buffer);
            buffer = buffer[done..];
            Position += done;
        }
        BytesRead += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Fill(Span<byte> buffer)
    {
        if (Position < head.Length)
            return Copy(head, (int)Position, buffer);
        var inside = Position - head.Length;
        if (inside >= stretch.Length * repeats)
            return Copy(tail, (int)(inside - stretch.Length * repeats), buffer);
        var current = Later is { } later && inside / stretch.Length >= later.From ? later.Stretch : stretch;
        var at = inside % stretch.Length;
        var count = (int)Math.Min(buffer.Length, stretch.Length - at);
        current.CopyTo(at, buffer[..count]);
        return count;
    }

    private static int Copy(byte[] source, int at, Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, source.Length - at);
        source.AsSpan(at, count).CopyTo(buffer);
        return count;
    }
}

/// <summary>A stretch of a file of which only some pieces are written.</summary>
internal sealed class SparseStretch
{
    private readonly List<(long Offset, byte[] Bytes)> _pieces = [];

    public long Length { get; private set; }

    public SparseStretch Add(params byte[] bytes)
    {
        _pieces.Add((Length, bytes));
        Length += bytes.Length;
        return this;
    }

    public SparseStretch Skip(long bytes)
    {
        Length += bytes;
        return this;
    }

    /// <summary>Puts all of this behind another stretch, which is returned.</summary>
    public SparseStretch AppendTo(SparseStretch target)
    {
        foreach (var (offset, bytes) in _pieces)
            target._pieces.Add((target.Length + offset, bytes));
        return target.Skip(Length);
    }

    public void CopyTo(long at, Span<byte> buffer)
    {
        foreach (var (offset, bytes) in _pieces)
        {
            var from = Math.Max(at, offset);
            var to = Math.Min(at + buffer.Length, offset + bytes.Length);
            if (from < to)
                bytes.AsSpan((int)(from - offset), (int)(to - from)).CopyTo(buffer[(int)(from - at)..]);
        }
    }
}
