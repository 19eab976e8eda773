using System.Globalization;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Ages as tracker pages write them: "2.3 weeks ago", "1 day ago".</summary>
internal static class FeedAge
{
    public static TimeSpan? Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || !double.TryParse(words[0], CultureInfo.InvariantCulture, out var number) || number is < 0 or > 1e6)
            return null;
        var unit = words[1].ToLowerInvariant() switch
        {
            var w when w.StartsWith("sec", StringComparison.Ordinal) => TimeSpan.FromSeconds(1),
            var w when w.StartsWith("min", StringComparison.Ordinal) => TimeSpan.FromMinutes(1),
            var w when w.StartsWith("hour", StringComparison.Ordinal) => TimeSpan.FromHours(1),
            var w when w.StartsWith("day", StringComparison.Ordinal) => TimeSpan.FromDays(1),
            var w when w.StartsWith("week", StringComparison.Ordinal) => TimeSpan.FromDays(7),
            var w when w.StartsWith("month", StringComparison.Ordinal) => TimeSpan.FromDays(30),
            var w when w.StartsWith("year", StringComparison.Ordinal) => TimeSpan.FromDays(365),
            _ => TimeSpan.Zero,
        };
        return unit > TimeSpan.Zero && number * unit.TotalDays < 36_500 ? unit * number : null;
    }
}
