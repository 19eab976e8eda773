namespace FelScanner.Tests.Core.Settings;

public sealed class EnvironmentTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("FELSCANNER_RADARR_URL", "http://r:1", "radarr_url", "\"http://r:1\"")]
    [InlineData("RADARR_URL", "http://r:1", "radarr_url", "\"http://r:1\"")]
    [InlineData("QBITTORRENT_HOST", "box", "qbittorrent_host", "\"box\"")]
    [InlineData("QBITTORRENT_PORT", " 81 ", "qbittorrent_port", "81")]
    [InlineData("QBIT_PAUSE_ON_ADD", "yes", "qbit_pause_on_add", "true")]
    [InlineData("NOTIFY_FEL", "0", "notify_fel", "false")]
    [InlineData("DOWNLOAD_VERIFY_DISK_SPACE", "off", "download_verify_disk_space", "false")]
    [InlineData("FELSCANNER_METRICS_ENABLED", "on", "metrics_enabled", "true")]
    [InlineData("FELSCANNER_LIBRARY_NAMES", "Movies, 4K", "library_names", """["Movies","4K"]""")]
    [InlineData("FELSCANNER_LIBRARY_NAMES", """["A, B"]""", "library_names", """["A, B"]""")]
    [InlineData("TELEGRAM_ALLOWED_USER_IDS", "1,2", "telegram_allowed_user_ids", "[1,2]")]
    [InlineData("TELEGRAM_ALLOWED_USER_IDS", """["3",4]""", "telegram_allowed_user_ids", "[3,4]")]
    [InlineData("TELEGRAM_CHAT_ID", "-100", "telegram_chat_id", "\"-100\"")]
    [InlineData("NOTIFY_EXPIRE_HOURS", "0.25", "notify_expire_hours", "0.25")]
    [InlineData("PLEX_TOKEN", "secret", "plex_token", "\"********\"")]
    [InlineData("FELSCANNER_PATH_MAPPINGS", """[{"service":"plex","from":"/a","to":"/b"}]""", "path_mappings", """[{"service":"plex","from":"/a","to":"/b"}]""")]
    public void A_variable_fixes_its_key(string variable, string text, string key, string shown)
    {
        _folder.Environment[variable] = text;

        var settings = _folder.Open("{}");

        Assert.Equal(shown, settings.Show()[key].GetRawText());
        Assert.Equal(variable, settings.Locked[key]);
        Assert.Empty(settings.Faults);
    }

    [Theory]
    [InlineData("API_KEY")]
    [InlineData("FEEDS")]
    [InlineData("SCAN_INTERVAL_HOURS")]
    [InlineData("WEBHOOK_URL")]
    public void Other_keys_have_no_bare_name(string variable)
    {
        _folder.Environment[variable] = "1";

        Assert.Empty(_folder.Open("{}").Locked);
    }

    [Fact]
    public void The_longer_name_wins_over_the_bare_one_and_both_over_the_file()
    {
        _folder.Environment["PLEX_URL"] = "http://bare";
        _folder.Environment["FELSCANNER_PLEX_URL"] = "http://long";

        var settings = _folder.Open("""{"plex_url":"http://file"}""");

        Assert.Equal("http://long", settings.Current.Plex.Url);
    }

    [Theory]
    [InlineData("FELSCANNER_API_KEY_FILE")]
    public void A_variable_may_name_a_file_with_the_value(string variable)
    {
        var file = Path.Combine(_folder.Folder, "docker-secret");
        File.WriteAllText(file, "from-a-file\n");
        _folder.Environment[variable] = file;

        var settings = _folder.Open("{}");

        Assert.Equal("from-a-file", settings.Current.Access.ApiKey.Reveal());
        Assert.DoesNotContain("from-a-file", _folder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_variable_is_named_and_changes_nothing()
    {
        _folder.Environment["QBITTORRENT_PORT"] = "eighty";
        _folder.Environment["PLEX_TOKEN_FILE"] = "/no/such/file";

        var settings = _folder.Open("""{"qbittorrent_port":81}""");

        Assert.Equal(81, settings.Current.QBittorrent.Port);
        Assert.StartsWith("QBITTORRENT_PORT:", settings.Faults["qbittorrent_port"], StringComparison.Ordinal);
        Assert.StartsWith("PLEX_TOKEN_FILE:", settings.Faults["plex_token"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_key_cannot_be_saved()
    {
        _folder.Environment["PLEX_URL"] = "http://plex";
        var settings = _folder.Open("{}");

        var saved = await settings.SaveAsync(SettingsFolder.Post("""{"plex_url":"http://other"}"""), TestContext.Current.CancellationToken);

        Assert.Contains("PLEX_URL", saved.Errors["plex_url"].Single(), StringComparison.Ordinal);
        Assert.Equal("http://plex", settings.Current.Plex.Url);
    }

    [Fact]
    public void An_empty_variable_counts_as_not_set()
    {
        _folder.Environment["PLEX_URL"] = "";

        Assert.Empty(_folder.Open("{}").Locked);
    }
}
