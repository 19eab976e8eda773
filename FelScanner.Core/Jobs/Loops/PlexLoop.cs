using System.Threading.Channels;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>
/// Hears from Plex which films changed and reads just those, many at once when it tells of many. What happened while the stream was broken
/// is caught up by a scan; the periodic one is the safety net.
/// </summary>
internal sealed class PlexLoop(IPlexLibrary plex, ScanLibrary scan, JobRunner jobs, ISettings settings, PlexLoopTools tools) : Loop(tools.Time, tools.Logger)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenCatchUps = TimeSpan.FromMinutes(10);

    private DateTimeOffset? _caughtUpAt;
    private Task _catchUp = Task.CompletedTask;

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (settings.Current.Plex.Url.Length == 0 || !settings.Current.Plex.Token.IsSet)
            return Idle;
        using var changed = new SettingsChange(settings, cancellationToken);
        try
        {
            CatchUp(cancellationToken);
            await HearAsync(changed.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (changed.Happened)
        {
            return TimeSpan.Zero;
        }

        return Idle;
    }

    /// <summary>Until the stream ends; films told of in one breath are read by one call.</summary>
    private async Task HearAsync(CancellationToken listening, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(listening);
        var told = Channel.CreateUnbounded<string>();
        var hearing = ListenAsync(told.Writer, ending.Token);
        try
        {
            while (await told.Reader.WaitToReadAsync(cancellationToken))
                await scan.ReadAsync(await SettledAsync(told.Reader, cancellationToken), cancellationToken);
        }
        finally
        {
            await ending.CancelAsync();
            await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await hearing;
    }

    /// <summary>Plex tells of one film several times in a row: wait until it settles.</summary>
    private async Task<IReadOnlyList<string>> SettledAsync(ChannelReader<string> told, CancellationToken cancellationToken)
    {
        await Task.Delay(Settle, Time, cancellationToken);
        HashSet<string> keys = [];
        while (told.TryRead(out var key))
            keys.Add(key);
        return [.. keys];
    }

    private async Task ListenAsync(ChannelWriter<string> told, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var key in plex.ChangesAsync(cancellationToken))
                told.TryWrite(key);
        }
        finally
        {
            told.Complete();
        }
    }

    /// <summary>At the program's start the first scan is under way anyway; later a new stream means that the old one broke.</summary>
    private void CatchUp(CancellationToken cancellationToken)
    {
        if (_caughtUpAt is null)
            _caughtUpAt = Time.GetUtcNow();
        else if (_catchUp.IsCompleted)
            _catchUp = CatchUpAsync(_caughtUpAt.Value + BetweenCatchUps - Time.GetUtcNow(), cancellationToken);
    }

    private async Task CatchUpAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (cancellationToken.IsCancellationRequested)
            return;
        _caughtUpAt = Time.GetUtcNow();
        await jobs.RunAsync("scan-library", byHand: false)!;
    }
}

/// <summary>What the loop needs of every loop.</summary>
internal sealed record PlexLoopTools(TimeProvider Time, ILogger<PlexLoop> Logger);
