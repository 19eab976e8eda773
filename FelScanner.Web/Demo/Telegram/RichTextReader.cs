using System.Globalization;
using System.Text;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>Reads the Bot API's HTML mode as strictly as the real service: known tags only, properly nested, or a sentence why not.</summary>
internal sealed class RichTextReader(string source)
{
    private readonly StringBuilder _plain = new();
    private readonly List<RichMark> _marks = [];
    private readonly Stack<(string Tag, RichMark Mark)> _open = [];
    private int _at;
    private string? _fault;

    /// <summary>The text, or the description of a 400.</summary>
    public static (RichText? Text, string? Fault) Read(string source) => new RichTextReader(source).Read();

    private (RichText? Text, string? Fault) Read()
    {
        while (_at < source.Length && _fault is null)
        {
            if (source[_at] == '<')
                ReadTag();
            else if (source[_at] == '&')
                ReadEntity();
            else
                _plain.Append(source[_at++]);
        }
        if (_fault is null && _open.TryPeek(out var left))
            _fault = $"Can't find end tag corresponding to start tag \"{left.Tag}\"";
        return _fault is null ? (Trimmed(), null) : (null, $"Bad Request: can't parse entities: {_fault}");
    }

    private void ReadTag()
    {
        var from = _at;
        var end = source.IndexOf('>', _at);
        if (end < 0)
        {
            _fault = $"Unclosed start tag at byte offset {Bytes(from)}";
            return;
        }
        var inside = source[(_at + 1)..end].Trim();
        _at = end + 1;
        if (inside.StartsWith('/'))
            Close(inside[1..].Trim().ToLowerInvariant(), from);
        else
            Open(inside, from);
    }

    private void Open(string inside, int from)
    {
        var space = inside.IndexOfAny([' ', '\n', '\t']);
        var tag = (space < 0 ? inside : inside[..space]).ToLowerInvariant();
        var attributes = space < 0 ? "" : inside[space..];
        if (KindOf(tag, attributes) is not { } kind)
        {
            _fault = $"Unsupported start tag \"{tag}\" at byte offset {Bytes(from)}";
            return;
        }
        if (attributes.Count(c => c == '"') % 2 == 1)
        {
            _fault = $"Unclosed start tag at byte offset {Bytes(from)}";
            return;
        }
        _open.Push((tag, new RichMark(kind, _plain.Length, 0, tag == "a" ? Value(attributes, "href") : null)));
    }

    private void Close(string tag, int from)
    {
        if (!_open.TryPeek(out var open))
        {
            _fault = $"Unexpected end tag at byte offset {Bytes(from)}";
            return;
        }
        if (tag.Length > 0 && tag != open.Tag)
        {
            _fault = $"Unmatched end tag at byte offset {Bytes(from)}, expected \"</{open.Tag}>\", found \"</{tag}>\"";
            return;
        }
        _open.Pop();
        var length = _plain.Length - open.Mark.Offset;
        if (length > 0)
            _marks.Add(open.Mark with { Length = length });
    }

    /// <summary>Four names and numbers are known; anything else behind an ampersand stays as it is.</summary>
    private void ReadEntity()
    {
        var end = source.IndexOf(';', _at);
        var name = end > _at && end - _at <= 10 ? source[(_at + 1)..end] : "";
        var text = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) => new Rune(code).ToString(),
            ['#', .. var digits] when Wire.ToInt(digits) is { } code && Rune.IsValid(code) => new Rune(code).ToString(),
            _ => null,
        };
        _plain.Append(text ?? "&");
        _at = text is null ? _at + 1 : end + 1;
    }

    private RichText Trimmed()
    {
        var plain = _plain.ToString().TrimEnd();
        var marks = _marks.Where(m => m.Offset < plain.Length).Select(m => m with { Length = Math.Min(m.Length, plain.Length - m.Offset) });
        return new RichText(plain, [.. marks.OrderBy(m => m.Offset).ThenByDescending(m => m.Length)]);
    }

    private string Bytes(int at) => Encoding.UTF8.GetByteCount(source.AsSpan(0, at)).ToInvariant();

    private static string? KindOf(string tag, string attributes) => tag switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "code" => "code",
        "pre" => "pre",
        "a" => "text_link",
        "blockquote" => "blockquote",
        "tg-spoiler" => "spoiler",
        "span" when Value(attributes, "class") == "tg-spoiler" => "spoiler",
        "tg-emoji" => "custom_emoji",
        _ => null,
    };

    private static string? Value(string attributes, string name)
    {
        var at = attributes.IndexOf(name + "=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var from = at + name.Length + 2;
        var end = attributes.IndexOf('"', from);
        return end < 0 ? null : attributes[from..end].Replace("&amp;", "&", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
    }
}
