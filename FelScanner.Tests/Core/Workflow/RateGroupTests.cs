using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow;

/// <summary>What the owner thinks of a group stands in the settings, in one list at most, with a note.</summary>
public sealed class RateGroupTests
{
    [Fact]
    public async Task A_group_stands_in_one_list_at_most_and_keeps_its_note()
    {
        await using var home = await OpenAsync(new { groups_preferred = new[] { "FraMeSToR", "CiNEPHiLES" }, group_notes = new[] { "CiNEPHiLES: good" } });

        await RateAsync(home, "framestor", GroupStanding.Blocked, "was  good\nonce: no more");

        var now = home.Get<ISettings>().Current.Notifications;
        Assert.Equal(["CiNEPHiLES"], now.Rules.GroupsPreferred);
        Assert.Equal(["framestor"], now.Rules.GroupsBlocked);
        Assert.Equal((GroupStanding.Blocked, "was good once: no more", "good"), (now.Rules.StandingOf("FRAMESTOR"), now.NoteOf("FraMeSToR"), now.NoteOf("cinephiles")));
    }

    [Fact]
    public async Task An_empty_note_is_taken_away_and_none_leaves_what_stands_there()
    {
        await using var home = await OpenAsync(new { group_notes = new[] { "A: one", "B: two" } });

        await RateAsync(home, "A", GroupStanding.Neutral, "");
        await RateAsync(home, "B", GroupStanding.Preferred, null);

        Assert.Equal(["B: two"], home.Get<ISettings>().Current.Notifications.GroupNotes);
    }

    [Fact]
    public async Task Never_this_group_is_blocking_it()
    {
        await using var home = await OpenAsync(new { groups_preferred = new[] { "GRP" } });

        await home.Get<NeverAgain>().GroupAsync("GRP", Decider.System, TestContext.Current.CancellationToken);

        Assert.Equal(GroupStanding.Blocked, home.Get<ISettings>().Current.Notifications.Rules.StandingOf("grp"));
    }

    [Fact]
    public async Task A_note_without_a_group_is_refused()
    {
        await using var home = await OpenAsync(new { });

        var saved = await home.Get<ISettings>().SaveAsync(new Dictionary<string, JsonElement> { ["group_notes"] = JsonSerializer.SerializeToElement(new[] { "no group here" }) }, TestContext.Current.CancellationToken);

        Assert.False(saved.IsValid);
    }

    /// <summary>Otherwise any save would judge five hundred releases again and end every feed's stop.</summary>
    [Fact]
    public async Task What_a_save_does_not_touch_is_not_changed()
    {
        await using var home = await OpenAsync(new { groups_preferred = new[] { "GRP" }, iptorrents_search = new[] { "a", "b" }, feeds = new[] { new { name = "f", type = "rss", url = "http://127.0.0.1:9/rss" } } });
        var before = home.Get<ISettings>().Current;

        await home.Get<ISettings>().SaveAsync(new Dictionary<string, JsonElement> { ["telegram_chat_id"] = JsonSerializer.SerializeToElement("7") }, TestContext.Current.CancellationToken);

        var after = home.Get<ISettings>().Current;
        Assert.Equal((before.Notifications.Rules, before.IpTorrents, before.More), (after.Notifications.Rules, after.IpTorrents, after.More));
        Assert.NotEqual(before.Telegram, after.Telegram);
    }

    private static Task<FeedHome> OpenAsync(object settings) => FeedHome.OpenAsync(new ManualTime(), () => new StubHttp(), settings);

    private static async Task RateAsync(FeedHome home, string group, GroupStanding standing, string? note) =>
        Assert.Null(await home.Get<RateGroup>().RunAsync(group, standing, note, TestContext.Current.CancellationToken));
}
