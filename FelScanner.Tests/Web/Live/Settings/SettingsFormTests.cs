using System.Text.Json;
using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Live.Settings;

namespace FelScanner.Tests.Web.Live.Settings;

public sealed class SettingsFormTests
{
    [Fact]
    public void What_is_kept_outside_comes_back_on_top_of_what_is_saved()
    {
        var before = new SettingsForm(new PreviewSettings());
        before.Set("plex_url", "http://other.test:32400");
        before.Set("notify_dv", true);

        var after = new SettingsForm(new PreviewSettings());
        var restored = after.Restore(before.Keepable()!);

        Assert.True(restored);
        Assert.Equal(("http://other.test:32400", true), (after.Value("plex_url").GetString(), after.Value("notify_dv").GetBoolean()));
    }

    [Fact]
    public void A_secret_is_never_kept_outside()
    {
        var form = new SettingsForm(new PreviewSettings());
        form.Set("plex_token", "hunter2");
        form.Set("feeds", JsonSerializer.Deserialize<JsonElement>("""[{"name":"Jackett","api_key":"hunter2"}]"""));

        Assert.Null(form.Keepable());
        Assert.True(form.HoldsSecret);
    }

    [Theory]
    [InlineData("""{"radarr_url":"http://evil.test"}""")]
    [InlineData("""{"no_such_key":1}""")]
    [InlineData("not json")]
    public void What_may_not_be_edited_does_not_come_back(string kept)
    {
        var form = new SettingsForm(new PreviewSettings());

        var restored = form.Restore(kept);

        Assert.False(restored);
    }
}
