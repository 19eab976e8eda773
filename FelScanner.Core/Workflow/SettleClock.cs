using System.Globalization;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Notices that the machine's clock went back, also while the program was not running: messages and tries that were put off to a moment that
/// now lies hours ahead would wait for all that time. They become due at once. Moments that people were told (an expiry, a snooze) stand.
/// </summary>
public sealed class SettleClock(INotebook notebook, IOutbox outbox, DeliverMessages deliver, Arrivals arrivals, ClockTools tools)
{
    private const string Seen = "clock.seen";

    // A correction by the network's time is smaller, and so are the waits that it could lengthen.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <returns>How far the clock went back since the last look; null when it did not.</returns>
    public async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var now = tools.Time.GetUtcNow();
        var back = await SeenAsync(cancellationToken) - now;
        if (back > Tolerance)
            await SettleAsync(now, cancellationToken);
        await notebook.WriteAsync(Seen, now.ToString("O", CultureInfo.InvariantCulture), cancellationToken);
        return back > Tolerance ? back : null;
    }

    private async Task<DateTimeOffset?> SeenAsync(CancellationToken cancellationToken) =>
        DateTimeOffset.TryParse(await notebook.ReadAsync(Seen, cancellationToken), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var seen) ? seen : null;

    private async Task SettleAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await outbox.HastenAsync(now, cancellationToken);
        deliver.Reopen();
        foreach (var arrival in (await arrivals.OpenAsync(cancellationToken)).Where(a => a.NextTry > now))
            await arrivals.WriteAsync(arrival with { NextTry = null }, cancellationToken);
        foreach (var request in (await tools.Requests.InAsync([RequestStatus.Approved, RequestStatus.Adding], cancellationToken)).Where(r => r.NextTryAt > now))
            await tools.Door.StepAsync(
                new Move
                {
                    Request = request,
                    From = [RequestStatus.Approved, RequestStatus.Adding],
                    To = request.Status,
                    Change = r => r with { NextTryAt = null },
                    By = Decider.System,
                    Quiet = true,
                },
                cancellationToken);
        await tools.Diary.HastenAsync(now, cancellationToken);
    }
}

/// <summary>What the clock's keeper needs beside the stores.</summary>
public sealed record ClockTools(IRequests Requests, RequestDoor Door, FeedDiary Diary, TimeProvider Time);
