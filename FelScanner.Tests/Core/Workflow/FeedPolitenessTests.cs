using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow;

/// <summary>No tracker is ever annoyed: the whole way from the clock to the wire, against a tracker that counts.</summary>
public sealed class FeedPolitenessTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    private readonly ManualTime _clock = new();

    [Fact]
    public async Task A_day_of_failures_pauses_and_restarts_never_asks_more_often_than_the_interval()
    {
        var tracker = new CountingTracker(_clock);
        await using var home = await OpenAsync(tracker);
        Random random = new(20);
        TrackerMood[] moods = [TrackerMood.Fine, TrackerMood.Down, TrackerMood.Fine, TrackerMood.CutsOff, TrackerMood.AsksForPause, TrackerMood.Broken, TrackerMood.Fine, TrackerMood.Challenges];

        for (var minute = 0; minute < 24 * 60; minute++)
        {
            if (minute % 60 == 0)
                tracker.Mood = moods[minute / 60 % moods.Length];
            if (random.Next(4) == 0)
                tracker.Upload(random.Next(1, 4));
            if (random.Next(25) == 0)
                await home.RestartAsync();
            await home.CheckAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(tracker.Wrong);
        Assert.InRange(tracker.Readings.Count, 10, 48);
        Assert.All(tracker.Readings.Zip(tracker.Readings.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Interval, $"{pair.First:HH:mm} and {pair.Second:HH:mm}"));
    }

    [Fact]
    public async Task A_program_killed_in_a_reading_does_not_begin_it_again_before_its_time()
    {
        var tracker = new CountingTracker(_clock);
        await using var home = await OpenAsync(tracker);
        using var kill = new CancellationTokenSource();
        tracker.OnList = kill.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => home.UntilKilledAsync(false, kill.Token));
        tracker.OnList = null;
        await home.RestartAsync();
        await home.CheckAsync();

        Assert.Single(tracker.Readings);
    }

    [Fact]
    public async Task A_pause_that_the_tracker_asks_for_holds_by_hand_and_across_a_restart_too()
    {
        var tracker = new CountingTracker(_clock) { Mood = TrackerMood.AsksForPause };
        await using var home = await OpenAsync(tracker);

        await home.CheckAsync();
        await home.RestartAsync();
        _clock.Advance(TimeSpan.FromMinutes(119));
        var said = await home.CheckAsync(byHand: true);

        Assert.Single(tracker.Readings);
        Assert.Contains("asked to wait until 14:00 UTC", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_tracker_is_asked_less_and_less_often()
    {
        var tracker = new CountingTracker(_clock) { Mood = TrackerMood.Down };
        await using var home = await OpenAsync(tracker);

        for (var minute = 0; minute < 24 * 60; minute++)
        {
            await home.CheckAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var pauses = tracker.Readings.Zip(tracker.Readings.Skip(1), (first, second) => second - first).ToArray();
        Assert.True(pauses[0] >= Interval && pauses[1] >= 2 * Interval && pauses[2] >= 4 * Interval && pauses[3] >= 8 * Interval, string.Join(", ", pauses));
        Assert.InRange(tracker.Readings.Count, 5, 8);
    }

    [Fact]
    public async Task After_a_refused_login_nothing_is_asked_until_a_person_acts_on_this_feed()
    {
        var tracker = new CountingTracker(_clock) { Mood = TrackerMood.LoggedOut };
        await using var home = await OpenAsync(tracker);

        await home.CheckAsync();
        await SaveAsync(home, "telegram_chat_id", "\"5\"");
        await SaveAsync(home, "feeds", """[{"name":"other","type":"rss","url":"http://127.0.0.1:9/rss","enabled":false}]""");
        await home.RestartAsync();
        for (var hour = 0; hour < 48; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await home.CheckAsync(byHand: hour % 7 == 0);
            await home.Get<CheckConnections>().RunAsync(byPerson: false, TestContext.Current.CancellationToken);
        }

        Assert.Single(tracker.Calls);
    }

    [Fact]
    public async Task A_test_by_a_person_that_succeeds_ends_the_stop()
    {
        var tracker = new CountingTracker(_clock) { Mood = TrackerMood.LoggedOut };
        await using var home = await OpenAsync(tracker);

        await home.CheckAsync();
        tracker.Mood = TrackerMood.Fine;
        await home.Get<CheckConnections>().TestAsync("iptorrents", home.Get<ISettings>().Current, TestContext.Current.CancellationToken);
        var said = await home.CheckAsync();

        Assert.Contains("0 read", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_of_the_connections_by_the_clock_asks_no_feed_and_tells_what_the_last_reading_found()
    {
        var tracker = new CountingTracker(_clock) { Mood = TrackerMood.Challenges };
        await using var home = await OpenAsync(tracker);

        await home.CheckAsync();
        await home.RestartAsync();
        await home.Get<CheckConnections>().RunAsync(byPerson: false, TestContext.Current.CancellationToken);

        var report = home.Get<IConnectionBoard>().Now.Single(r => r.Service == "iptorrents");
        Assert.Equal((1, ConnectionStatus.Error, FaultKind.Forbidden), (tracker.Calls.Count, report.Status, report.Fault));
        Assert.Contains("cf_clearance", report.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_hand_does_not_go_where_a_pause_was_asked_for()
    {
        var tracker = new CountingTracker(_clock) { Mood = TrackerMood.AsksForPause };
        await using var home = await OpenAsync(tracker);
        await home.OwnAsync(A.Film());
        await home.CheckAsync();

        var film = (await home.Get<ILibrary>().AllAsync(TestContext.Current.CancellationToken))[0];
        var (_, problems) = await home.Get<SearchFeeds>().RunAsync(film.Id, TestContext.Current.CancellationToken);

        Assert.Single(tracker.Calls);
        Assert.Contains("wait", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_releases_are_asked_for_only_where_they_can_matter_a_few_a_reading_and_never_at_once()
    {
        var tracker = new CountingTracker(_clock) { NameOf = id => id % 2 == 0 ? $"Dune.2021.2160p.UHD.BluRay.REMUX.DV.HDR.TrueHD.Atmos-GRP{id}" : $"Not.Owned.{id}.2021.2160p.UHD.BluRay.REMUX.DV.HDR-GRP" };
        await using var home = await OpenAsync(tracker);
        await home.OwnAsync(A.Film(copies: A.Copy(A.Quality(profile: 5))));
        tracker.Upload(100);

        await home.CheckAsync();

        var pages = tracker.Details.ToArray();
        Assert.Equal(DescribeRelease.MostPages, pages.Length);
        Assert.All(pages, page => Assert.Equal(0, int.Parse(page.Path[3..], System.Globalization.CultureInfo.InvariantCulture) % 2));
        Assert.All(pages.Zip(pages.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= DescribeRelease.Pause));
    }

    [Fact]
    public async Task What_a_releases_page_says_of_the_layer_is_evidence()
    {
        var tracker = new CountingTracker(_clock) { NameOf = _ => "Dune.2021.2160p.UHD.BluRay.REMUX.DV.HDR.TrueHD.Atmos-GRP" };
        await using var home = await OpenAsync(tracker);
        await home.OwnAsync(A.Film(copies: A.Copy(A.Quality(profile: 5))));
        tracker.Upload(1);

        await home.CheckAsync();

        var judged = Assert.Single(await home.Get<IReleases>().LastAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal((FelScanner.Core.Domain.Quality.EnhancementLayer.Mel, FelScanner.Core.Domain.Quality.Evidence.Told), (judged.Offered.Layer, judged.Offered.Evidence));
        Assert.Equal((VerdictKind.Notify, true, true), (judged.Verdict.Kind, judged.FirstReading, judged.Available));
    }

    [Fact]
    public async Task A_first_reading_lists_its_upgrades_and_asks_nobody_also_when_judged_again()
    {
        var tracker = new CountingTracker(_clock) { NameOf = id => $"Dune.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.TrueHD.Atmos-GRP{id}" };
        await using var home = await OpenAsync(tracker);
        await home.OwnAsync(A.Film(copies: A.Copy(A.Quality(profile: 5))));
        tracker.Upload(3);

        await home.CheckAsync();
        await home.Get<JudgeAgain>().RunAsync([1], JudgingCause.LibraryChanged, TestContext.Current.CancellationToken);

        var counts = await home.Get<IReleases>().CountsAsync(_clock.GetUtcNow().AddDays(-1), TestContext.Current.CancellationToken);
        Assert.Equal((3, 3, 3), (counts.All, counts.Notify, counts.Available));
        Assert.Empty(await home.Get<IRequests>().InAsync(Enum.GetValues<FelScanner.Core.Domain.Requests.RequestStatus>(), TestContext.Current.CancellationToken));
    }

    private Task<FeedHome> OpenAsync(CountingTracker tracker) => FeedHome.OpenAsync(_clock, tracker.Line, new
    {
        iptorrents_url = "http://127.0.0.1:8090",
        iptorrents_uid = "12",
        iptorrents_pass = "abc",
        iptorrents_cf_clearance = "cf",
        iptorrents_user_agent = "Firefox/128",
        iptorrents_interval_minutes = 30,
    });

    private static async Task SaveAsync(FeedHome home, string key, string json)
    {
        var before = home.Get<ISettings>().Current;
        var saved = await home.Get<ISettings>().SaveAsync(new Dictionary<string, JsonElement> { [key] = JsonDocument.Parse(json).RootElement }, TestContext.Current.CancellationToken);
        Assert.True(saved.IsValid);
        await home.Get<SettingsEffects>().RunAsync(before, home.Get<ISettings>().Current, TestContext.Current.CancellationToken);
    }
}
