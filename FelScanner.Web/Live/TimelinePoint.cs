using FelScanner.Core.Ports;

namespace FelScanner.Web.Live;

/// <summary>One moment of a request's or film's life.</summary>
public sealed record TimelinePoint(DateTimeOffset At, string Sentence, string? Detail, string Tone)
{
    public static TimelinePoint Of(ActivityEntry entry) => new(entry.At, entry.Sentence, By(entry), ToneOf(entry.Kind));

    private static string? By(ActivityEntry entry) => (entry.Who, entry.Where) switch
    {
        ("" or "system", _) => null,
        (var who, "telegram") => $"{who}, in Telegram",
        (var who, "web") => $"{who}, on the web",
        (var who, "api") => $"{who}, by the API",
        (var who, "" or "system") => who,
        (var who, var where) => $"{who}, {where}",
    };

    private static string ToneOf(string kind) => kind switch
    {
        "approved" or "started" or "completed" or "retried" or "kept" => "ok",
        "proven" => "gold",
        "failed" => "bad",
        "waiting" or "trouble" or "unmasked" or "not_proven" or "press_refused" or "sign_in_refused" => "warn",
        _ => "",
    };
}
