using FelScanner.Core.Settings.Earlier;

namespace FelScanner.Tests.Core.Settings;

public sealed class EarlierSettingsTests
{
    [Theory]
    [InlineData("""{"plex_url":"http://plex:32400"}""", "plex_url", "\"http://plex:32400\"")]
    [InlineData("""{"library_name":"Movies"}""", "library_names", "[\"Movies\"]")]
    [InlineData("""{"library_name":["Movies","4K"]}""", "library_names", "[\"Movies\",\"4K\"]")]
    [InlineData("""{"scan_frequency":"24"}""", "scan_interval_hours", "24")]
    [InlineData("""{"scan_frequency":24}""", "scan_interval_hours", "24")]
    [InlineData("""{"notify_fel":"false"}""", "notify_fel", "false")]
    [InlineData("""{"notify_dv_any":true}""", "notify_dv", "true")]
    [InlineData("""{"telegram_chat_id":4242}""", "telegram_chat_id", "\"4242\"")]
    [InlineData("""{"searchTerm":"BL+EL+RPU"}""", "iptorrents_search", "[\"BL\\u002BEL\\u002BRPU\"]")]
    [InlineData("""{"cookies":{"uid":"7","pass":"x"}}""", "iptorrents_uid", "\"7\"")]
    [InlineData("""{"checkInterval":"0 */2 * * *"}""", "iptorrents_interval_minutes", "120")]
    [InlineData("""{"checkInterval":"*/15 * * * *"}""", "iptorrents_interval_minutes", "15")]
    [InlineData("""{"checkInterval":"0 0 * * *"}""", "iptorrents_interval_minutes", "1440")]
    [InlineData("QBITTORRENT_SEQUENTIAL=True", "qbit_sequential_download", "true")]
    [InlineData("# a comment\nexport QBITTORRENT_HOST=\"nas\"\n", "qbittorrent_host", "\"nas\"")]
    [InlineData("TELEGRAM_BOT_TOKEN=1:a", "telegram_token", "\"1:a\"")]
    public void An_earlier_name_becomes_todays(string text, string key, string value)
    {
        var read = EarlierSettings.Read(text);

        Assert.Equal(value, read.Values[key].GetRawText());
    }

    [Fact]
    public void An_indexer_of_prowlarr_becomes_a_feed()
    {
        var read = EarlierSettings.Read("""{"prowlarr":{"baseUrl":"http://prowlarr:9696/","apiKey":"k","indexerId":3}}""");

        var feed = read.Values["feeds"][0];
        Assert.Equal("http://prowlarr:9696/3/api", feed.GetProperty("url").GetString());
        Assert.Equal("k", feed.GetProperty("api_key").GetString());
    }

    [Theory]
    [InlineData("""{"max_reports_size":5}""", "reports are pages")]
    [InlineData("""{"use_whole_numbers":true}""", "no such setting")]
    [InlineData("""{"plex_token":"********"}""", "type it anew")]
    public void What_has_no_place_here_is_told(string text, string word)
    {
        var read = EarlierSettings.Read(text);

        Assert.Empty(read.Values);
        Assert.Contains(word, Assert.Single(read.Left), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"plex_url":""}""")]
    [InlineData("""{"plex_url":null}""")]
    [InlineData("PLEX_URL=")]
    public void Empty_values_take_nothing_away(string text) => Assert.Empty(EarlierSettings.Read(text).Values);

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("once upon a time")]
    public void Anything_else_is_no_settings_file(string text) => Assert.Throws<FormatException>(() => EarlierSettings.Read(text));
}
