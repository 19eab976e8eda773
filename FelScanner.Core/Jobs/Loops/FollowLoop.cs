using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>The one follower of qBittorrent: every second while somebody looks and something runs, else slower; every tab shares it.</summary>
internal sealed class FollowLoop(TrackDownloads track, IDownloadBoard board, ISettings settings, TimeProvider time, ILogger<FollowLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Unwatched = TimeSpan.FromSeconds(5);

    /// <summary>What a qBittorrent that is slow is left between two polls.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>qBittorrent is at home, and people look at its bars: it is seen again soon after it is back.</summary>
    protected override TimeSpan LongestPause => TimeSpan.FromSeconds(15);

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (settings.Current.QBittorrent.Host.Length == 0)
            return Unwatched;
        var started = Time.GetTimestamp();
        await track.PollAsync(cancellationToken);
        if (!board.Watched && board.Now.Count == 0)
            return Unwatched;
        var rest = Watched - Time.GetElapsedTime(started);
        return rest > Breath ? rest : Breath;
    }
}
