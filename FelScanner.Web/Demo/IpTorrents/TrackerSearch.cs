using System.Text;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.IpTorrents;

/// <summary>Finds releases by words: each must stand in the name, or, where descriptions are searched, in either.</summary>
internal static class TrackerSearch
{
    public static IReadOnlyList<SimRelease> Find(IEnumerable<SimRelease> releases, string terms, bool inDescriptions)
    {
        var words = Plain(terms).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. releases.Where(release => words.All(word => Has(release.Name, word) || (inDescriptions && Has(release.Description, word))))];
    }

    private static bool Has(string text, string word) => Plain(text).Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Marks between words, Sphinx operators among them, count as spaces.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            plain.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return plain.ToString();
    }
}
