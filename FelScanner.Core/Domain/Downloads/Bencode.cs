using System.Text;

namespace FelScanner.Core.Domain.Downloads;

/// <summary>A value in the coding of .torrent files (BEP 3). <paramref name="Start"/> and <paramref name="End"/> are where it stands in the file, because an info hash is made of raw bytes.</summary>
public abstract record Bencode(int Start, int End)
{
    public sealed record Text(int Start, int End, ReadOnlyMemory<byte> Bytes) : Bencode(Start, End)
    {
        public override string ToString() => Encoding.UTF8.GetString(Bytes.Span);
    }

    public sealed record Number(int Start, int End, long Value) : Bencode(Start, End);

    public sealed record List(int Start, int End, IReadOnlyList<Bencode> Items) : Bencode(Start, End);

    /// <summary>Keys are bytes, read as Latin-1 so that none is lost.</summary>
    public sealed record Dictionary(int Start, int End, IReadOnlyDictionary<string, Bencode> Items) : Bencode(Start, End)
    {
        public T? Find<T>(string key)
            where T : Bencode => Items.GetValueOrDefault(key) as T;
    }

    /// <summary>Reads the one value that the bytes hold; null when they hold anything else, nest deeper than 64 or have more than 500,000 values.</summary>
    public static Bencode? Read(ReadOnlyMemory<byte> file)
    {
        var reader = new BencodeReader(file);
        return reader.Next(0) is { } value && value.End == file.Length ? value : null;
    }
}

/// <summary>Walks through the bytes once. Every failure is null: what others made is expected to be broken.</summary>
internal sealed class BencodeReader(ReadOnlyMemory<byte> file)
{
    private const int Deepest = 64;
    private const int MostValues = 500_000;

    private int _at;
    private int _values;

    public Bencode? Next(int depth)
    {
        if (depth > Deepest || ++_values > MostValues || _at >= file.Length)
            return null;
        return file.Span[_at] switch
        {
            (byte)'i' => Number(),
            (byte)'l' => List(depth),
            (byte)'d' => Dictionary(depth),
            >= (byte)'0' and <= (byte)'9' => Text(),
            _ => null,
        };
    }

    private Bencode.Number? Number()
    {
        var start = _at++;
        return Digits((byte)'e') is { } value ? new Bencode.Number(start, _at, value) : null;
    }

    private Bencode.Text? Text()
    {
        var start = _at;
        if (Digits((byte)':') is not { } length || length < 0 || length > file.Length - _at)
            return null;
        var bytes = file.Slice(_at, (int)length);
        _at += (int)length;
        return new Bencode.Text(start, _at, bytes);
    }

    private Bencode.List? List(int depth)
    {
        var start = _at++;
        List<Bencode> items = [];
        while (!AtEnd())
        {
            if (Next(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return Closed() ? new Bencode.List(start, _at, items) : null;
    }

    private Bencode.Dictionary? Dictionary(int depth)
    {
        var start = _at++;
        Dictionary<string, Bencode> items = [];
        while (!AtEnd())
        {
            if (file.Span[_at] is < (byte)'0' or > (byte)'9' || Text() is not { } key || Next(depth + 1) is not { } value)
                return null;
            // Two values of one key: readers would differ in which they take.
            if (!items.TryAdd(Encoding.Latin1.GetString(key.Bytes.Span), value))
                return null;
        }

        return Closed() ? new Bencode.Dictionary(start, _at, items) : null;
    }

    private bool AtEnd() => _at >= file.Length || file.Span[_at] == (byte)'e';

    private bool Closed()
    {
        if (_at >= file.Length)
            return false;
        _at++;
        return true;
    }

    private long? Digits(byte end)
    {
        var length = file.Span[_at..].IndexOf(end);
        if (length is < 1 or > 20 || !System.Buffers.Text.Utf8Parser.TryParse(file.Span.Slice(_at, length), out long value, out var used) || used != length)
            return null;
        _at += length + 1;
        return value;
    }
}
