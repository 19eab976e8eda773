namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>Cuts a byte stream at its start codes (ITU-T H.265 annex B), in pieces of any size, keeping only the units that are wanted.</summary>
/// <param name="zeros">Zeros before the 1 of a start code: two in a stream, three in an RPU dump, whose checksums may hold 00 00 01.</param>
/// <param name="longest">Bytes of the longest unit that is kept.</param>
internal abstract class StartCodeSplitter(int zeros, int longest)
{
    /// <summary>Bytes of a unit's head that <see cref="Wants"/> is shown.</summary>
    protected const int HeadLength = NalHeader.Length + 1;

    private static readonly byte[] StartCode = [0, 0, 0, 1];

    private byte[] _unit = new byte[1024];
    private int _length;
    private long _offset;
    private bool _keeping;
    private bool _judged;
    private int _trailingZeros;

    /// <summary>Takes the next bytes of the stream; <paramref name="offset"/> is only for telling places apart.</summary>
    public void Push(ReadOnlySpan<byte> data, long offset)
    {
        var position = 0;
        var straddling = StraddlingCode(data);
        if (straddling > 0)
        {
            Begin(offset + straddling);
            position = straddling;
        }
        var code = StartCode.AsSpan(StartCode.Length - zeros - 1);
        while (true)
        {
            var rest = data[position..];
            var at = rest.IndexOf(code);
            Keep(at < 0 ? rest : rest[..at]);
            if (at < 0)
                break;
            position += at + code.Length;
            Begin(offset + position);
        }
        var last = data.LastIndexOfAnyExcept((byte)0);
        _trailingZeros = last < 0 ? Math.Min(zeros, _trailingZeros + data.Length) : data.Length - 1 - last;
    }

    /// <summary>The stream has come to its end: the last unit is whole.</summary>
    public void Flush() => Finish();

    /// <summary>Whether to keep the unit that begins with these bytes (<see cref="HeadLength"/> of them, fewer for a shorter unit).</summary>
    protected abstract bool Wants(ReadOnlySpan<byte> head);

    protected abstract void Take(ReadOnlySpan<byte> unit, long offset);

    /// <summary>Length of the part of a start code that began in earlier data; 0 when there is none.</summary>
    private int StraddlingCode(ReadOnlySpan<byte> data)
    {
        for (var before = Math.Min(zeros, _trailingZeros); before > 0; before--)
        {
            var rest = StartCode.AsSpan(StartCode.Length - 1 - (zeros - before));
            if (data.StartsWith(rest))
                return rest.Length;
        }
        return 0;
    }

    private void Begin(long offset)
    {
        Finish();
        _offset = offset;
        _length = 0;
        _judged = false;
        _keeping = true;
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (!_keeping || part.IsEmpty)
            return;
        if (_length + part.Length > longest)
        {
            // A picture: only its head is of interest. An RPU of this length is none.
            part = part[..Math.Max(0, Math.Min(part.Length, HeadLength - _length))];
            Append(part);
            Judge();
            _keeping = false;
            return;
        }
        Append(part);
        if (!_judged && _length >= HeadLength)
            Judge();
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        if (_length + part.Length > _unit.Length)
            Array.Resize(ref _unit, Math.Min(longest, Math.Max(_unit.Length * 2, _length + part.Length)));
        part.CopyTo(_unit.AsSpan(_length));
        _length += part.Length;
    }

    private void Judge()
    {
        if (_judged)
            return;
        _judged = true;
        _keeping = Wants(_unit.AsSpan(0, Math.Min(_length, HeadLength)));
    }

    private void Finish()
    {
        if (_keeping && _length > 0)
        {
            Judge();
            if (_keeping)
                Take(_unit.AsSpan(0, _length), _offset);
        }
        _keeping = false;
    }
}
