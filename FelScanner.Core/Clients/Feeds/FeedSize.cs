using System.Globalization;
using System.Text.RegularExpressions;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Sizes as people write them: "74.5 GB", "1,024 MiB". Trackers mean 1024 by every one of their units.</summary>
internal static partial class FeedSize
{
    /// <summary>Bytes of the first size in the text; null when there is none.</summary>
    public static long? Read(string? text)
    {
        if (text is null || Size().Match(text.Length > 20_000 ? text[..20_000] : text) is not { Success: true } match)
            return null;
        var digits = match.Groups[1].Value;
        digits = digits.Contains('.', StringComparison.Ordinal) || digits.Split(',') is [.., { Length: 3 }] ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
        if (!double.TryParse(digits, CultureInfo.InvariantCulture, out var number))
            return null;
        var bytes = number * Math.Pow(1024, 1 + "KMGT".IndexOf(char.ToUpperInvariant(match.Groups[2].Value[0]), StringComparison.Ordinal));
        return bytes < 1e17 ? (long)bytes : null;
    }

    [GeneratedRegex(@"(?<![\w.,])(\d{1,9}(?:,\d{3})*(?:[.,]\d{1,3})?)\s?([KMGT])i?B\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Size();
}
