using System.Globalization;
using System.Text;

namespace FelScanner.Web.Demo.Torrents;

/// <summary>Reads bencode: integers as long, strings as byte[], lists and dictionaries; null for anything that is not bencode.</summary>
internal ref struct BencodeReader(ReadOnlySpan<byte> bytes)
{
    private const int Deepest = 32;
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The raw bytes of the value under "info", or an empty span.</summary>
    public static ReadOnlySpan<byte> InfoOf(ReadOnlySpan<byte> bytes)
    {
        var reader = new BencodeReader(bytes);
        if (!reader.Take('d'))
            return default;
        while (!reader.Take('e'))
        {
            if (reader.Read(0) is not byte[] key)
                return default;
            var from = reader._at;
            if (reader.Read(0) is null)
                return default;
            if (key.AsSpan().SequenceEqual("info"u8))
                return bytes[from..reader._at];
        }
        return default;
    }

    public object? ReadWhole() => Read(0) is { } value && _at == _bytes.Length ? value : null;

    private object? Read(int depth)
    {
        if (_at >= _bytes.Length || depth > Deepest)
            return null;
        return (char)_bytes[_at] switch
        {
            'i' => ReadInteger(),
            'l' => ReadList(depth),
            'd' => ReadDictionary(depth),
            >= '0' and <= '9' => ReadText(),
            _ => null,
        };
    }

    private long? ReadInteger()
    {
        var end = _bytes[_at..].IndexOf((byte)'e');
        if (end < 0 || !long.TryParse(_bytes[(_at + 1)..(_at + end)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        _at += end + 1;
        return number;
    }

    private byte[]? ReadText()
    {
        var colon = _bytes[_at..].IndexOf((byte)':');
        if (colon < 0 || !int.TryParse(_bytes[_at..(_at + colon)], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return null;
        var from = _at + colon + 1;
        if (length > _bytes.Length - from)
            return null;
        _at = from + length;
        return _bytes[from.._at].ToArray();
    }

    private List<object>? ReadList(int depth)
    {
        _at++;
        var list = new List<object>();
        while (!Take('e'))
        {
            if (Read(depth + 1) is not { } value)
                return null;
            list.Add(value);
        }
        return list;
    }

    private Dictionary<string, object>? ReadDictionary(int depth)
    {
        _at++;
        var dictionary = new Dictionary<string, object>(StringComparer.Ordinal);
        while (!Take('e'))
        {
            if (Read(depth + 1) is not byte[] key || Read(depth + 1) is not { } value)
                return null;
            dictionary[Encoding.UTF8.GetString(key)] = value;
        }
        return dictionary;
    }

    private bool Take(char wanted)
    {
        if (_at >= _bytes.Length || _bytes[_at] != wanted)
            return false;
        _at++;
        return true;
    }
}
