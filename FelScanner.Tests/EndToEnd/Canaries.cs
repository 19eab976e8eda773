using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.IpTorrents;
using FelScanner.Web.Demo.Plex;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Radarr;
using FelScanner.Web.Demo.Telegram;

namespace FelScanner.Tests.EndToEnd;

/// <summary>A word in every secret setting that occurs nowhere else, in the spellings it may travel in.</summary>
internal static class Canaries
{
    // Signs that are written differently in addresses, JSON and HTML.
    private static string Word(string of) => $"canary-{of}-7f3a9b+/=";

    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["plex_token"] = Word("plex"),
        ["radarr_api_key"] = Word("radarr"),
        ["qbittorrent_password"] = Word("qb"),
        ["telegram_token"] = "424242:canary-telegram-7f3a9b",
        ["telegram_webhook_secret"] = "canary-webhook-7f3a9b",
        ["iptorrents_uid"] = "canaryuid7f3a9b",
        ["iptorrents_pass"] = "canarypass7f3a9bdef",
        ["iptorrents_cf_clearance"] = "canary-cf-7f3a9b",
        ["iptorrents_rss_url"] = "canaryrss7f3a9bcdef0123456789",
        ["api_key"] = "canary-apikey-7f3a9b",
        ["webhook_secret"] = Word("hook"),
        ["feeds"] = "canary-feed-7f3a9b",
    };

    /// <summary>A household whose services know these words.</summary>
    public static Task<SimulatedWorld> WorldAsync() => SimulatedWorld.StartAsync(options: new HouseholdOptions
    {
        Plex = new PlexOptions { Token = Words["plex_token"] },
        Radarr = new RadarrOptions { ApiKey = Words["radarr_api_key"] },
        QBittorrent = new QbOptions { Password = Words["qbittorrent_password"], DownloadTakes = TimeSpan.FromSeconds(4) },
        Telegram = new TelegramOptions { Token = Words["telegram_token"] },
        IpTorrents = new IpTorrentsOptions { Uid = Words["iptorrents_uid"], Pass = Words["iptorrents_pass"], CfClearance = Words["iptorrents_cf_clearance"], TorrentPass = Words["iptorrents_rss_url"] },
    });

    public static void Set(JsonObject settings, SimulatedWorld world)
    {
        settings["telegram_webhook_secret"] = Words["telegram_webhook_secret"];
        settings["iptorrents_rss_url"] = world.Household.IpTorrents.RssAddress.ToString();
        settings["api_key"] = Words["api_key"];
        settings["webhook_secret"] = Words["webhook_secret"];
        settings["webhook_url"] = "http://127.0.0.1:9/hook";
        settings["metrics_enabled"] = true;
        var feed = world.Household.TorznabFeed();
        feed["name"] = "Second";
        feed["url"] = "http://127.0.0.1:9/api";
        feed["api_key"] = Words["feeds"];
        settings["feeds"] = new JsonArray(feed);
    }

    /// <summary>The keys whose secret occurs in these bytes.</summary>
    public static IEnumerable<string> In(byte[] bytes, string where) =>
        from word in Words
        from spelling in Spellings(word.Value)
        where bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(spelling)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(spelling)) >= 0
        select $"{word.Key} in {where}";

    public static IEnumerable<string> In(string text, string where) => In(Encoding.UTF8.GetBytes(text), where);

    /// <summary>Every file of a folder, archives unpacked.</summary>
    public static IEnumerable<string> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(file => InFile(file, Path.GetRelativePath(folder, file)));

    private static IEnumerable<string> InFile(string file, string name)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
            return [.. In(Bytes(stream), name)];
        using var archive = new ZipArchive(stream);
        return [.. archive.Entries.SelectMany(entry => In(Bytes(entry.Open()), $"{name}!{entry.FullName}"))];
    }

    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static IEnumerable<string> Spellings(string word) =>
    [
        word, Uri.EscapeDataString(word), System.Net.WebUtility.HtmlEncode(word), System.Text.Json.JsonEncodedText.Encode(word).ToString(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(word)).TrimEnd('='),
    ];
}
