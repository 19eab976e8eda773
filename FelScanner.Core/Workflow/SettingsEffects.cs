using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>What a changed setting leads to beside the pages.</summary>
public sealed class SettingsEffects(IFeeds feeds, FeedDiary diary, RadarrShelf radarr, JudgeAgain again, IReleases releases)
{
    private const int Rejudged = 500;

    public async Task RunAsync(FelSettings before, FelSettings now, CancellationToken cancellationToken)
    {
        if (before.Radarr != now.Radarr)
            radarr.Forget();
        if (before.IpTorrents != now.IpTorrents || before.More != now.More)
            foreach (var feed in feeds.Open(now).Where(feed => IsTouched(feed, before, now)))
                await diary.ReleaseAsync(feed, cancellationToken);
        if (before.Notifications.Rules != now.Notifications.Rules)
            await again.TheseAsync(await releases.LastAsync(Rejudged, cancellationToken), JudgingCause.SettingsChanged, cancellationToken);
        else if (before.Radarr != now.Radarr)
            await again.RunAsync([], JudgingCause.LibraryChanged, cancellationToken);
    }

    /// <summary>A person acted on this feed itself: another one's stop or backoff is not over by it.</summary>
    private static bool IsTouched(IFeed feed, FelSettings before, FelSettings now) => feed.Service == "iptorrents"
        ? before.IpTorrents != now.IpTorrents
        : Same(before, feed) is not { } old || Same(now, feed) is not { } fresh
            || old with { Categories = fresh.Categories, DownloadHosts = fresh.DownloadHosts, Enabled = fresh.Enabled } != fresh;

    private static FeedDefinition? Same(FelSettings settings, IFeed feed) => settings.More.Feeds.FirstOrDefault(definition => definition.Name == feed.Name);
}
