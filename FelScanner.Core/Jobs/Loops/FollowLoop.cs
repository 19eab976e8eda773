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

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (settings.Current.QBittorrent.Host.Length == 0)
            return Unwatched;
        await track.PollAsync(cancellationToken);
        return board.Watched || board.Now.Count > 0 ? Watched : Unwatched;
    }
}
