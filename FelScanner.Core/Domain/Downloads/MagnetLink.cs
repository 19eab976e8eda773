namespace FelScanner.Core.Domain.Downloads;

/// <summary>Magnet links (BEP 9): the info hash is in the link.</summary>
public static class MagnetLink
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Lower-case hexadecimal, 40 characters: the version 1 hash (also when written in base 32), else the shortened version 2 hash. Null when it is no such link.</summary>
    public static string? Hash(string? link)
    {
        if (link is null || !link.StartsWith("magnet:?", StringComparison.OrdinalIgnoreCase))
            return null;
        string? second = null;
        foreach (var part in link[8..].Split('&'))
        {
            if (part.Split('=', 2) is not [var key, var value] || !key.StartsWith("xt", StringComparison.OrdinalIgnoreCase))
                continue;
            var topic = Uri.UnescapeDataString(value);
            if (topic.StartsWith("urn:btih:", StringComparison.OrdinalIgnoreCase) && Version1(topic[9..]) is { } first)
                return first;
            if (topic.StartsWith("urn:btmh:1220", StringComparison.OrdinalIgnoreCase) && topic.Length == 13 + 64 && IsHex(topic[13..]))
                second ??= topic[13..53].ToLowerInvariant();
        }

        return second;
    }

    private static string? Version1(string text) => text.Length switch
    {
        40 when IsHex(text) => text.ToLowerInvariant(),
        32 => FromBase32(text.ToUpperInvariant()),
        _ => null,
    };

    private static string? FromBase32(string text)
    {
        var bytes = new byte[20];
        for (var at = 0; at < 32; at++)
        {
            var digit = Base32.IndexOf(text[at], StringComparison.Ordinal);
            if (digit < 0)
                return null;
            for (var bit = 0; bit < 5; bit++)
            {
                var place = (at * 5) + bit;
                if ((digit & (16 >> bit)) != 0)
                    bytes[place / 8] |= (byte)(128 >> (place % 8));
            }
        }

        return Convert.ToHexStringLower(bytes);
    }

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigit);
}
