using System.Text.Json;
using FelScanner.Core.Settings;

namespace FelScanner.Tests.Core.Settings;

public sealed class SettingsValidationTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plex_url", "\"\"")]
    [InlineData("plex_url", "\"https://plex.example:32400/base\"")]
    [InlineData("plex_url", "\"http://[::1]:32400\"")]
    [InlineData("qbittorrent_port", "65535")]
    [InlineData("qbittorrent_host", "\"box.local\"")]
    [InlineData("telegram_chat_id", "\"-1001234567890\"")]
    [InlineData("telegram_chat_id", "-1001234567890")]
    [InlineData("telegram_chat_id", "\"@my_channel\"")]
    [InlineData("telegram_allowed_user_ids", "[1, \"22\"]")]
    [InlineData("telegram_mode", "\"webhook\"")]
    [InlineData("notify_expire_hours", "0.5")]
    [InlineData("download_min_free_space_gb", "0")]
    [InlineData("base_path", "\"/felscanner\"")]
    [InlineData("trusted_proxies", "[\"172.16.0.0/12\", \"::1\"]")]
    [InlineData("path_mappings", """[{"service":"plex","from":"/movies","to":"D:\\Movies"}]""")]
    [InlineData("feeds", """[{"name":"p","type":"rss","url":"https://feed.example/rss","categories":["2045"],"interval_minutes":5,"download_hosts":["cdn.example"]}]""")]
    [InlineData("history_keep_days", "0")]
    public void A_good_value_is_taken(string key, string value)
    {
        var preview = _folder.Open().Preview(SettingsFolder.Post($$"""{"{{key}}":{{value}}}"""));

        Assert.Empty(preview.Errors);
    }

    [Theory]
    [InlineData("plex_url", "\"plex:32400\"")]
    [InlineData("plex_url", "\"ftp://plex\"")]
    [InlineData("plex_url", "\"http://my plex\"")]
    [InlineData("plex_url", "17")]
    [InlineData("iptorrents_rss_url", "\"not an address\"")]
    [InlineData("qbittorrent_port", "0")]
    [InlineData("qbittorrent_port", "65536")]
    [InlineData("qbittorrent_port", "80.5")]
    [InlineData("qbittorrent_port", "\"8080\"")]
    [InlineData("qbittorrent_host", "\"http://box\"")]
    [InlineData("qbittorrent_https", "\"yes\"")]
    [InlineData("telegram_chat_id", "\"my chat\"")]
    [InlineData("telegram_allowed_user_ids", "[\"Ada\"]")]
    [InlineData("telegram_allowed_user_ids", "7")]
    [InlineData("telegram_mode", "\"pigeon\"")]
    [InlineData("telegram_webhook_secret", "\"with space\"")]
    [InlineData("library_names", "[1]")]
    [InlineData("notify_expire_hours", "0")]
    [InlineData("notify_expire_hours", "-1")]
    [InlineData("scan_interval_hours", "\"often\"")]
    [InlineData("download_max_pending_approvals", "0")]
    [InlineData("base_path", "\"felscanner\"")]
    [InlineData("base_path", "\"/a/../b\"")]
    [InlineData("public_url", "\"felscanner.example\"")]
    [InlineData("trusted_proxies", "[\"my proxy\"]")]
    [InlineData("radarr_root_path", "\"Movies\"")]
    [InlineData("path_mappings", """[{"service":"emby","from":"/a","to":"/b"}]""")]
    [InlineData("path_mappings", """[{"service":"plex","from":"a","to":"/b"}]""")]
    [InlineData("path_mappings", "[3]")]
    [InlineData("feeds", """[{"type":"rss","url":"http://a"}]""")]
    [InlineData("feeds", """[{"name":"a","type":"atom","url":"http://a"}]""")]
    [InlineData("feeds", """[{"name":"a","type":"rss","url":"a"}]""")]
    [InlineData("feeds", """[{"name":"a","type":"rss","url":"http://a","interval_minutes":4}]""")]
    [InlineData("feeds", """[{"name":"a","type":"rss","url":"http://a"},{"name":"A","type":"rss","url":"http://b"}]""")]
    [InlineData("feeds", """[{"name":"a","type":"rss","url":"http://a","download_hosts":["http://b"]}]""")]
    [InlineData("feeds", """[{"name":"iptorrents","type":"rss","url":"http://a"}]""")]
    [InlineData("api_key", "[]")]
    public void A_bad_value_is_refused_under_its_key_with_sentences(string key, string value)
    {
        var preview = _folder.Open().Preview(SettingsFolder.Post($$"""{"{{key}}":{{value}}}"""));

        Assert.Equal([key], preview.Errors.Keys);
        Assert.All(preview.Errors[key], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_key_survives_being_shown_and_posted_back()
    {
        var settings = _folder.Open("""{"plex_token":"t","iptorrents_rss_url":"https://feed.example/t.rss","feeds":[{"name":"a","type":"rss","url":"http://a","api_key":"k"}],"path_mappings":[{"service":"plex","from":"/a","to":"/b"}]}""");
        var before = settings.Current;

        var saved = await settings.SaveAsync(settings.Show(), TestContext.Current.CancellationToken);

        Assert.Empty(saved.Errors);
        Assert.Equivalent(before, settings.Current, strict: true);
        Assert.Equal(["k"], settings.Current.More.Feeds.Select(feed => feed.ApiKey.Reveal()));
    }

    [Fact]
    public void The_default_that_each_key_names_is_the_default_of_the_settings()
    {
        var built = SettingsState.Build(SettingsState.Defaults.Values);

        Assert.Equivalent(new FelSettings(), built, strict: true);
        Assert.All(SettingsCatalogue.All, key => Assert.NotEqual(JsonValueKind.Undefined, key.Default.ValueKind));
    }
}
