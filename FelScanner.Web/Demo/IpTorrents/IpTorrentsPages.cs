using System.Globalization;
using System.Net;
using System.Text;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.IpTorrents;

/// <summary>The site's pages as HTML.</summary>
internal static class IpTorrentsPages
{
    public const string Login = """
        <!DOCTYPE html><html><head><title>IPTorrents - #1 Private Tracker</title></head><body class="login">
        <form action="/do-login.php" method="post"><input name="username"><input name="password" type="password"><button>Login</button></form>
        </body></html>
        """;

    public const string Challenge = """
        <!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body>
        <div class="main-content"><noscript>Enable JavaScript and cookies to continue</noscript></div>
        <script>window._cf_chl_opt={cvId:'3',cZone:'iptorrents.com'};</script></body></html>
        """;

    public const string Redesigned = """
        <!DOCTYPE html><html><head><title>IPTorrents</title></head><body><a href="/lout.php">Logout</a>
        <div class="grid"><article class="torrent-card"><h2>Everything is new</h2></article></div></body></html>
        """;

    private static readonly Dictionary<int, string> Categories = new() { [101] = "Movie/4K", [48] = "Movie/HD/Bluray", [72] = "Movies", [20] = "Movie/Web-DL", [100] = "Movie/x265", [5] = "TV/x264", [99] = "TV/x265" };

    public static string CategoryName(int category) => Categories.GetValueOrDefault(category, "Movies");

    public static string List(IReadOnlyList<SimRelease> releases, IpTorrentsOptions options, IpTorrentsMood mood, DateTimeOffset now)
    {
        var page = new StringBuilder(Head("IPTorrents"));
        if (releases.Count == 0)
            return page.Append("<div class=\"tPage\"><h1>No Torrents Found!</h1></div>").Append(Foot).ToString();
        page.Append("<table id=\"torrents\" class=\"t1\"><thead><tr><th>Type</th><th>").Append(Sort("name")).Append("</th><th></th><th></th><th>").Append(Sort("comments"));
        page.Append("</th><th>").Append(Sort("size")).Append("</th>");
        foreach (var column in options.ShowsFiles ? (string[])["files", "snatches", "seeders", "leechers"] : ["snatches", "seeders", "leechers"])
            page.Append("<th>").Append(Sort(column)).Append("</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var release in releases)
            Row(page, release, options, mood, now);
        return page.Append("</tbody></table>").Append(Foot).ToString();
    }

    public static string Details(SimRelease release) => Head(Text(release.Name)) + $"""
        <div class="tDetails"><h1>{Text(release.Name)}</h1><a href="{Download(release)}">Download</a>
        <div class="desc"><pre>{Text(release.Description)}</pre></div></div>
        """ + Foot;

    public static string Download(SimRelease release) =>
        $"/download.php/{release.Id.ToInvariant()}/{Uri.EscapeDataString(release.Name)}.torrent";

    public static string Size(long bytes) => bytes >= 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.##} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0.##} MB");

    private static void Row(StringBuilder page, SimRelease release, IpTorrentsOptions options, IpTorrentsMood mood, DateTimeOffset now)
    {
        var category = CategoryName(release.Category);
        page.Append("<tr><td>");
        page.Append(mood == IpTorrentsMood.TextCategories ? category : $"<a href=\"?{release.Category.ToInvariant()}\"><img src=\"/pics/{release.Category.ToInvariant()}.png\" alt=\"{category}\"></a>");
        page.Append("</td><td class=\"al\"><a class=\"hv\" href=\"/t/").Append(release.Id.ToInvariant()).Append("\">").Append(Text(release.Name)).Append("</a>");
        if (release.Freeleech)
            page.Append(" <span class=\"free\">FreeLeech!</span>");
        page.Append("<div class=\"sub\">").Append(Age(now - release.UploadedAt)).Append(" by ").Append(Text(release.Uploader)).Append("</div></td>");
        page.Append("<td><a href=\"#\" class=\"bm\"></a></td><td><a href=\"").Append(Text(Download(release))).Append("\"><i class=\"fa fa-download\"></i></a></td>");
        page.Append("<td>0</td><td>").Append(Size(release.Bytes)).Append("</td>");
        if (options.ShowsFiles)
            page.Append("<td><a href=\"/t/").Append(release.Id.ToInvariant()).Append("#files\" title=\"Go to files\">1</a></td>");
        foreach (var number in (int[])[release.Snatches, release.Seeders, release.Leechers])
            page.Append("<td>").Append(number.ToInvariant()).Append("</td>");
        page.Append("</tr>");
    }

    private static string Head(string title) =>
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body><nav><a href=\"/\">Home</a><a href=\"/lout.php\">Logout</a></nav>";

    private const string Foot = "<footer>IPTorrents</footer></body></html>";

    private static string Sort(string by) => $"<a href=\"?o={by}\"><span class=\"tip\">Sort by {by}</span></a>";

    private static string Age(TimeSpan age)
    {
        (double Number, string Unit)[] units = [(age.TotalDays / 7, "weeks"), (age.TotalDays, "days"), (age.TotalHours, "hours"), (age.TotalMinutes, "minutes"), (Math.Max(1, age.TotalSeconds), "seconds")];
        var (number, unit) = units.First(u => u.Number >= 1);
        return string.Create(CultureInfo.InvariantCulture, $"{number:0.0} {unit} ago");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
