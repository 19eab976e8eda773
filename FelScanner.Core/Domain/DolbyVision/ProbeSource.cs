using System.Buffers;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>
/// A window over the media file that counts every byte and stops at the limits: past a limit, past the end, or past the readable head it just has nothing more.
/// Reading ahead grows while reading goes on in sequence and starts small after a jump, so that skipping over pictures stays cheap.
/// Methods that run for every element or packet are optimised at once: a short-lived run would end before the runtime does it by itself.
/// </summary>
internal sealed class ProbeSource(Stream stream, long length, CancellationToken cancellationToken)
{
    /// <summary>Bytes read at one place of a file at most.</summary>
    public const int PlaceLimit = 8 << 20;

    /// <summary>Bytes read in all at most.</summary>
    public const int TotalLimit = 64 << 20;

    private const int SmallestRead = 4 << 10;
    private const int WindowSize = 256 << 10;

    /// <summary>Small reads of a structure that never ends are free of bytes; this ends them (about a second).</summary>
    private const int MostSteps = 8_000_000;

    private readonly byte[] _window = new byte[WindowSize];
    private long _start;
    private int _count;
    private int _ahead = SmallestRead;
    private long _placeEnd = PlaceLimit;
    private int _steps;

    /// <summary>Bytes that may be read: the file's length, or that of its readable head.</summary>
    public long Length { get; } = length;

    public long BytesRead { get; private set; }

    /// <summary>True once a limit of this place stopped a read.</summary>
    public bool Stopped { get; private set; }

    public bool Exhausted => BytesRead >= TotalLimit || _steps >= MostSteps;

    /// <summary>Starts a new place with its own limit, of <paramref name="limit"/> bytes at most.</summary>
    public void BeginPlace(int limit = PlaceLimit)
    {
        Stopped = false;
        _placeEnd = Math.Min(BytesRead + limit, TotalLimit);
    }

    /// <summary>Counts work that reads no file bytes, such as unpacking; false when there has been too much of it.</summary>
    public bool Spend(int steps)
    {
        if (_steps >= MostSteps - steps)
            return !(Stopped = true);
        _steps += steps;
        return true;
    }

    /// <summary>Fills <paramref name="target"/> from <paramref name="offset"/>, or tells that not all of it can be had.</summary>
    public bool TryRead(long offset, Span<byte> target)
    {
        if (offset < 0 || offset > Length - target.Length || !Spend(1))
            return false;
        while (!target.IsEmpty)
        {
            var have = Window(offset, target.Length);
            if (have.IsEmpty)
                return false;
            var part = have[..Math.Min(have.Length, target.Length)];
            part.CopyTo(target);
            target = target[part.Length..];
            offset += part.Length;
        }
        return true;
    }

    /// <summary>What the window holds from <paramref name="offset"/> on, refilled when that is nothing; empty at an end or a limit. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Window(long offset, int wanted = SmallestRead)
    {
        if (offset < 0 || offset >= Length || !Spend(1))
            return [];
        if (offset < _start || offset >= _start + _count)
            Fill(offset, wanted);
        return offset >= _start && offset < _start + _count ? _window.AsSpan((int)(offset - _start), (int)(_start + _count - offset)) : [];
    }

    /// <summary>The offset of the next <paramref name="pattern"/> between two offsets, or -1 when there is none before an end or a limit.</summary>
    public long IndexOf(long from, long to, ReadOnlySpan<byte> pattern)
    {
        const int chunk = 64 << 10;
        var buffer = ArrayPool<byte>.Shared.Rent(chunk);
        try
        {
            to = Math.Min(to, Length);
            while (from >= 0 && from <= to - pattern.Length)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(chunk, to - from));
                if (!TryRead(from, part))
                    return -1;
                var at = part.IndexOf(pattern);
                if (at >= 0)
                    return from + at;
                from += part.Length - pattern.Length + 1;
            }
            return -1;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Fill(long offset, int wanted)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ahead = offset == _start + _count && _count > 0 ? Math.Min(_ahead * 2, WindowSize) : SmallestRead;
        var size = (int)Math.Min(Math.Min(Math.Max(_ahead, wanted), WindowSize), Length - offset);
        size = (int)Math.Min(size, _placeEnd - BytesRead);
        _count = 0;
        _start = offset;
        if (size <= 0)
        {
            Stopped = true;
            return;
        }
        stream.Seek(offset, SeekOrigin.Begin);
        _count = stream.ReadAtLeast(_window.AsSpan(0, size), size, throwOnEndOfStream: false);
        BytesRead += _count;
    }
}
