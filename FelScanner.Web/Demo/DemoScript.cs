using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo;

/// <summary>
/// What happens in the demo without a visitor: the first upgrade after a few seconds, then a release every few seconds,
/// an upgrade now and then as long as not too many wait in the chat. It also lets time pass in qBittorrent.
/// </summary>
internal sealed class DemoScript(SimHousehold household, DemoFeed feed, TimeProvider time)
{
    private const int EnoughWaiting = 6;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstUpgrade = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan BetweenUpgrades = TimeSpan.FromSeconds(24);
    private static readonly TimeSpan BetweenReleases = TimeSpan.FromSeconds(7);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var nextUpgrade = time.GetUtcNow() + FirstUpgrade;
        var nextRelease = time.GetUtcNow() + BetweenReleases;
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            household.QBittorrent.Tick();
            if (now >= nextUpgrade && Waiting < EnoughWaiting)
            {
                feed.Upgrade(now);
                nextUpgrade = now + BetweenUpgrades;
            }
            if (now >= nextRelease)
            {
                feed.Ordinary(now);
                nextRelease = now + BetweenReleases;
            }
        }
    }

    private int Waiting => household.Telegram.Messages.Count(m => m.Buttons.SelectMany(row => row).Any(b => b.Data?.StartsWith("dl_yes_", StringComparison.Ordinal) == true));
}
