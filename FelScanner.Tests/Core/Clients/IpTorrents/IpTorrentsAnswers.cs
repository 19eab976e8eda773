using FelScanner.Core.Settings;

namespace FelScanner.Tests.Core.Clients.IpTorrents;

/// <summary>Pages in the site's shape, written for these tests.</summary>
internal static class IpTorrentsAnswers
{
    public const string Search = "/t?q=BL%2BEL%2BRPU&qf=adv";

    public const string Login = """<!DOCTYPE html><html><body><form action="/do-login.php"><input name="username"></form></body></html>""";

    public const string Challenge = """<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={};</script></body></html>""";

    public const string Redesigned = """<!DOCTYPE html><html><body><a href="/lout.php">Logout</a><div class="cards"></div></body></html>""";

    public const string Nothing = """<!DOCTYPE html><html><body><a href="/lout.php">Logout</a><h1>No Torrents Found!</h1></body></html>""";

    public static FelSettings Settings(Func<IpTorrentsSettings, IpTorrentsSettings>? with = null)
    {
        var own = new IpTorrentsSettings
        {
            Url = "http://127.0.0.1:8090",
            Uid = new Secret("12"),
            Pass = new Secret("abc"),
            CfClearance = new Secret("cf"),
            UserAgent = "Firefox/128",
        };
        return new FelSettings { IpTorrents = with is null ? own : with(own) };
    }

    public static string Page(IEnumerable<string> rows, params string[] columns) => $"""
        <!DOCTYPE html><html><body><a href="/lout.php">Logout</a><table id="torrents"><thead><tr>{string.Concat((columns.Length > 0 ? columns : ["", "name", "", "", "", "size", "files", "snatches", "seeders", "leechers"]).Select(c => c.Length == 0 ? "<th></th>" : $"<th><a href=\"?o={c}\"><i title=\"Sort by {c}\"></i></a></th>"))}</tr></thead><tbody>
        {string.Concat(rows)}</tbody></table></body></html>
        """;

    public static string Row(int id, string name = "Movie.2021.2160p.UHD.BluRay.REMUX.DV.HDR-GRP", string more = "") => $"""
        <tr><td><a href="?101"><img></a></td><td><a class="hv" href="/t/{id}">{name}</a>{more}<div class="sub">Action | 7.8 | 2.0 days ago by somebody</div></td><td></td>
        <td><a href="/download.php/{id}/Movie.torrent"><i></i></a></td><td>0</td><td>74.5 GB</td><td><a href="#">Go to files</a></td><td>9</td><td>1,041</td><td>3</td></tr>
        """;
}
