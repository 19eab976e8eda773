using FelScanner.Core.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace FelScanner.Tests.Core.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_first_start_has_the_defaults_and_makes_its_secrets()
    {
        var settings = _folder.Open();

        Assert.Equivalent(
            new FelSettings() with { Access = new() { ApiKey = settings.Current.Access.ApiKey }, Telegram = new() { WebhookSecret = settings.Current.Telegram.WebhookSecret } }, settings.Current);
        Assert.True(settings.Current.Access.ApiKey.Reveal().Length >= 32);
        Assert.True(settings.Current.Telegram.WebhookSecret.Reveal().Length >= 32);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(_folder.File).UnixFileMode);
    }

    [Fact]
    public void Made_secrets_stay_over_restarts()
    {
        var first = _folder.Open();

        var second = _folder.Open();

        Assert.Equal(
            (first.Current.Access.ApiKey.Reveal(), first.Current.Telegram.WebhookSecret.Reveal(), first.IncomingWebhookSecret),
            (second.Current.Access.ApiKey.Reveal(), second.Current.Telegram.WebhookSecret.Reveal(), second.IncomingWebhookSecret));
    }

    [Fact]
    public void Secrets_typed_in_clear_are_sealed_at_the_start()
    {
        var settings = _folder.Open("""{"plex_token":"clear-token","feeds":[{"name":"p","type":"torznab","url":"http://prowlarr:9696/1/api","api_key":"clear-key","mine":1}]}""");

        Assert.Equal(("clear-token", "clear-key"), (settings.Current.Plex.Token.Reveal(), settings.Current.More.Feeds.Single().ApiKey.Reveal()));
        Assert.DoesNotContain("clear-", _folder.Text, StringComparison.Ordinal);
        Assert.Contains("\"mine\": 1", _folder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_keeps_unknown_keys_order_and_what_a_person_wrote()
    {
        var settings = _folder.Open("""
            {
              // my own
              "my_note": {"a": [1, 2]},
              "radarr_url": "http://radarr:7878",
              "plex_url": "http://plex:32400",
            }
            """);

        var saved = await settings.SaveAsync(SettingsFolder.Post("""{"radarr_url":"http://other:7878"}"""), Token);

        Assert.True(saved.IsValid);
        Assert.Equal("http://other:7878", settings.Current.Radarr.Url);
        Assert.Matches("(?s)my_note.*radarr_url.*plex_url.*api_key", _folder.Text);
        Assert.Empty(settings.Faults);
    }

    [Fact]
    public async Task With_one_bad_value_nothing_is_saved()
    {
        var settings = _folder.Open();
        var before = _folder.Text;

        var saved = await settings.SaveAsync(SettingsFolder.Post("""{"plex_url":"http://plex:32400","qbittorrent_port":0,"no_such_key":1}"""), Token);

        Assert.Equal(["no_such_key", "qbittorrent_port"], saved.Errors.Keys.Order());
        Assert.Equal(before, _folder.Text);
        Assert.Equal("", settings.Current.Plex.Url);
    }

    [Fact]
    public async Task Eight_stars_leave_a_secret_as_it_is_and_an_empty_text_erases_it()
    {
        var settings = _folder.Open("""{"plex_token":"t","radarr_api_key":"r"}""");

        await settings.SaveAsync(SettingsFolder.Post("""{"plex_token":"********","radarr_api_key":""}"""), Token);

        Assert.Equal(("t", ""), (settings.Current.Plex.Token.Reveal(), settings.Current.Radarr.ApiKey.Reveal()));
        Assert.Equal(("********", ""), (settings.Show()["plex_token"].GetString(), settings.Show()["radarr_api_key"].GetString()));
    }

    [Fact]
    public async Task Eight_stars_keep_the_key_of_the_feed_with_that_name()
    {
        var settings = _folder.Open("""{"feeds":[{"name":"One","type":"torznab","url":"http://p/1","api_key":"k1"}]}""");

        await settings.SaveAsync(SettingsFolder.Post("""{"feeds":[{"name":"Two","type":"rss","url":"http://p/2"},{"name":"One","type":"torznab","url":"http://p/9","api_key":"********"}]}"""), Token);

        Assert.Equal([("Two", ""), ("One", "k1")], settings.Current.More.Feeds.Select(feed => (feed.Name, feed.ApiKey.Reveal())));
        Assert.Equal("********", settings.Show(["feeds"])["feeds"][1].GetProperty("api_key").GetString());
    }

    [Fact]
    public async Task Eight_stars_of_a_feed_nobody_saved_are_an_error()
    {
        var settings = _folder.Open();

        var saved = await settings.SaveAsync(SettingsFolder.Post("""{"feeds":[{"name":"New","type":"rss","url":"http://p/2","api_key":"********"}]}"""), Token);

        Assert.Contains("\"New\"", saved.Errors["feeds"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_saves_nothing()
    {
        var settings = _folder.Open();
        var before = _folder.Text;

        var preview = settings.Preview(SettingsFolder.Post("""{"plex_url":"http://plex:32400"}"""));

        Assert.Equal(("http://plex:32400", ""), (preview.Settings.Plex.Url, settings.Current.Plex.Url));
        Assert.Equal(before, _folder.Text);
    }

    [Fact]
    public void A_bad_value_in_the_file_is_named_has_its_default_and_stays_where_it_is()
    {
        var settings = _folder.Open("""{"qbittorrent_port":"eighty","plex_url":"http://plex:32400"}""");

        Assert.Equal(8080, settings.Current.QBittorrent.Port);
        Assert.Equal("http://plex:32400", settings.Current.Plex.Url);
        Assert.Equal(["qbittorrent_port"], settings.Faults.Keys);
        Assert.Contains("eighty", _folder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_file_counts_without_a_restart_and_a_bad_one_changes_nothing()
    {
        var settings = _folder.Open("""{"qbittorrent_port":81}""");

        await ChangeAsync(settings, """{"qbittorrent_port":0,"qbittorrent_host":"box","plex_token":"typed-later"}""");

        Assert.Equal((81, "box", "typed-later"), (settings.Current.QBittorrent.Port, settings.Current.QBittorrent.Host, settings.Current.Plex.Token.Reveal()));
        Assert.Equal(["qbittorrent_port"], settings.Faults.Keys);
        Assert.DoesNotContain("typed-later", _folder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_json_leaves_the_last_good_settings_and_is_not_written_over()
    {
        var settings = _folder.Open("""{"qbittorrent_port":81}""");

        await ChangeAsync(settings, """{"qbittorrent_port": """);
        var saved = await settings.SaveAsync(SettingsFolder.Post("""{"qbittorrent_port":82}"""), Token);

        Assert.Equal(81, settings.Current.QBittorrent.Port);
        Assert.Equal(["settings.json"], saved.Errors.Keys);
        Assert.Equal("""{"qbittorrent_port": """, _folder.Text);
    }

    [Fact]
    public void A_secret_whose_key_ring_is_lost_is_to_be_typed_again()
    {
        _folder.Open("""{"plex_token":"t"}""").Dispose();
        Directory.Delete(Path.Combine(_folder.Folder, "keys"), recursive: true);

        var settings = _folder.Open();

        Assert.False(settings.Current.Plex.Token.IsSet);
        Assert.Contains("type it again", settings.Faults["plex_token"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Savers_at_once_lose_nothing()
    {
        var settings = _folder.Open();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Task.Run(
            () => settings.SaveAsync(SettingsFolder.Post(n % 2 == 0 ? $$"""{"backup_keep":{{n}}}""" : $$"""{"qbittorrent_port":{{n}}}"""), Token), Token)));

        var again = _folder.Open();
        Assert.Equal((settings.Current.Running.BackupKeep, settings.Current.QBittorrent.Port), (again.Current.Running.BackupKeep, again.Current.QBittorrent.Port));
        Assert.Empty(Directory.GetFiles(_folder.Folder, "*.tmp"));
    }

    [Fact]
    public async Task Everybody_is_told_of_a_saved_change()
    {
        var settings = _folder.Open();
        var told = 0;
        settings.Changed += () => told++;

        await settings.SaveAsync(SettingsFolder.Post("""{"backup_keep":3}"""), Token);

        Assert.Equal(1, told);
    }

    private async Task ChangeAsync(SettingsFile settings, string text)
    {
        var changed = new TaskCompletionSource();
        settings.Changed += () => changed.TrySetResult();
        await File.WriteAllTextAsync(_folder.File, text, Token);
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }
}
