using System.Net;

namespace FelScanner.Core.Settings.Types;

/// <summary>What is wrong with a text, in a sentence; null when nothing is.</summary>
internal static class TextRules
{
    public static string? Url(string text) =>
        !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? null
            : "This must be an address like http://host:port, without spaces.";

    public static string? Host(string text) => Uri.CheckHostName(text.Trim('[', ']')) == UriHostNameType.Unknown
        ? "This must be a host name or an IP address alone, without http:// and without a port."
        : null;

    /// <summary>Digits, minus and digits (a group), or @name (a channel).</summary>
    public static string? ChatId(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var name = text.StartsWith('@') ? text[1..] : "";
        return (digits.Length is > 0 and < 20 && digits.All(char.IsAsciiDigit)) || (name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_'))
            ? null
            : "This must be the chat's number (groups begin with a minus sign) or @name.";
    }

    /// <summary>A path under which the program is served: "/felscanner".</summary>
    public static string? BasePath(string text) =>
        text.StartsWith('/') && !text.Contains("//", StringComparison.Ordinal) && !text.Contains("..", StringComparison.Ordinal) && text.All(sign => char.IsAsciiLetterOrDigit(sign) || "/-_.~".Contains(sign, StringComparison.Ordinal))
            ? null
            : "This must be a path like /felscanner, of letters, digits, - _ . ~ alone.";

    /// <summary>Absolute on Linux, Windows or a network share.</summary>
    public static string? Folder(string text) =>
        text.StartsWith('/') || text.StartsWith(@"\\", StringComparison.Ordinal) || (text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '/')
            ? null
            : "This must be an absolute folder like /media/movies.";

    public static string? Proxy(string text) =>
        IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _) ? null : "This must be an IP address or a range like 172.16.0.0/12.";

    /// <summary>What Telegram takes as secret_token: core.telegram.org/bots/api#setwebhook.</summary>
    public static string? WebhookSecret(string text) =>
        text.Length <= 256 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-') ? null : "This must be 1 to 256 letters, digits, _ or -.";

    /// <summary>A header's name (RFC 9110 5.1), and none that means something else already.</summary>
    public static string? Header(string text) =>
        text.Length <= 64 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
        && text.ToUpperInvariant() is not ("HOST" or "COOKIE" or "AUTHORIZATION" or "ORIGIN" or "X-API-KEY" or "X-FORWARDED-FOR")
            ? null
            : "This must be the name of a header of the proxy's own, like Remote-User.";

    public static string WithoutEndingSlash(string text) => text.TrimEnd('/');
}
