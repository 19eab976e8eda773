namespace FelScanner.Web.Demo.Telegram;

/// <summary>A marked stretch of a text: offsets and lengths are UTF-16 units, as in the Bot API.</summary>
public sealed record RichMark(string Kind, int Offset, int Length, string? Url = null);

/// <summary>A text as Telegram keeps it: plain, with marks beside it.</summary>
public sealed record RichText(string Plain, IReadOnlyList<RichMark> Marks)
{
    public static RichText Of(string plain) => new(plain, []);
}
