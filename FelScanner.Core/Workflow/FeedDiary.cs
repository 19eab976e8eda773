using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>What is remembered of one feed between readings.</summary>
public sealed record FeedPage
{
    public required string Identity { get; init; }
    public FeedMemory Memory { get; init; } = FeedMemory.Empty;
    public bool FirstReadingDone { get; init; }
    public DateTimeOffset? LastRead { get; init; }
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>When it last brought a release that was not known.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>Set by a Retry-After: not even a person's click reads before it.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    public int Failures { get; init; }

    /// <summary>The login was refused: nothing is asked until a person changes the settings or tests the connection.</summary>
    public string? Stopped { get; init; }

    /// <summary>What the last reading ended in, when it did not go well.</summary>
    public FeedTrouble? Trouble { get; init; }
}

/// <summary>A reading that went wrong, as the pages tell it.</summary>
public sealed record FeedTrouble(string What, string Remedy, FaultKind Kind);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FeedPage))]
internal sealed partial class FeedPageContext : JsonSerializerContext;

/// <summary>Each feed's page in the notebook: when it is due, what it had, whether its first reading came to an end.</summary>
public sealed class FeedDiary(INotebook notebook, ISettings settings, TimeProvider time)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    public async Task<FeedPage> OpenAsync(IFeed feed, CancellationToken cancellationToken)
    {
        var text = await notebook.ReadAsync(Key(feed), cancellationToken);
        var page = text is null ? null : JsonSerializer.Deserialize(text, FeedPageContext.Default.FeedPage);
        // A changed search is a new feed, but the tracker that asked for a pause is the same.
        return page?.Identity == feed.Identity ? page : new FeedPage { Identity = feed.Identity, NotBefore = page?.NotBefore };
    }

    /// <summary>Written before anything is asked: a reading that ends with the program is not begun again before its time.</summary>
    public async Task<FeedPage> BeginAsync(IFeed feed, FeedPage page, CancellationToken cancellationToken)
    {
        var begun = page with { NextDue = time.GetUtcNow() + Jittered(feed.Interval) };
        await WriteAsync(feed, begun, cancellationToken);
        return begun;
    }

    public Task WriteAsync(IFeed feed, FeedPage page, CancellationToken cancellationToken) =>
        notebook.WriteAsync(Key(feed), JsonSerializer.Serialize(page, FeedPageContext.Default.FeedPage), cancellationToken);

    /// <summary>A person acted (new credentials, a successful test): the stop and the backoff are over.</summary>
    public async Task ReleaseAsync(IFeed feed, CancellationToken cancellationToken)
    {
        var page = await OpenAsync(feed, cancellationToken);
        if (page.Stopped is not null || page.Failures > 0)
            await WriteAsync(feed, page with { Stopped = null, Failures = 0, NextDue = null, Trouble = null }, cancellationToken);
    }

    /// <summary>The clock went back: a feed is due at once rather than after all that time; a pause it asked for is no longer than any may be.</summary>
    public async Task HastenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (key, text) in await notebook.AllAsync(Notes.FeedPrefix, cancellationToken))
        {
            var page = JsonSerializer.Deserialize(text, FeedPageContext.Default.FeedPage)!;
            if (page.NextDue > now + LongestBackoff || page.NotBefore > now + LongestPause)
                await notebook.WriteAsync(key, JsonSerializer.Serialize(page with { NextDue = null, NotBefore = page.NotBefore > now + LongestPause ? now + LongestPause : page.NotBefore }, FeedPageContext.Default.FeedPage), cancellationToken);
        }
    }

    /// <summary>The sentence why the feed is not read now; null when it is.</summary>
    public string? WhyNot(IFeed feed, FeedPage page, bool byHand)
    {
        var now = time.GetUtcNow();
        if (new FeedState(feed, page).Refusal(now) is { } refusal)
            return refusal;
        return !byHand && page.NextDue is { } due && due > now ? $"next check at {due:HH:mm} UTC." : null;
    }

    public bool IsFirstReading(FeedPage page) => !page.FirstReadingDone && settings.Current.More.FirstReading != "ask";

    public FeedPage After(FeedPage page, IFeed feed, FeedReading reading, bool broughtNew)
    {
        var now = time.GetUtcNow();
        return page with
        {
            Memory = reading.Memory,
            FirstReadingDone = page.FirstReadingDone || reading.Complete,
            LastRead = now,
            LastNew = broughtNew ? now : page.LastNew ?? now,
            NextDue = now + Jittered(feed.Interval),
            NotBefore = null,
            Failures = 0,
            Stopped = null,
            Trouble = null,
        };
    }

    public FeedPage After(FeedPage page, IFeed feed, ServiceFault fault)
    {
        var now = time.GetUtcNow();
        var backoff = TimeSpan.FromTicks(Math.Min(LongestBackoff.Ticks, feed.Interval.Ticks << Math.Min(page.Failures, 6)));
        return page with
        {
            Failures = page.Failures + 1,
            NextDue = now + (fault.RetryAfter is { } wait && wait > backoff ? wait : Jittered(backoff)),
            NotBefore = fault.RetryAfter is { } retry ? now + retry : page.NotBefore,
            Stopped = fault.Kind == FaultKind.Unauthorised ? fault.Message : null,
            Trouble = new FeedTrouble(fault.What, fault.Remedy, fault.Kind),
        };
    }

    private static string Key(IFeed feed) => Notes.FeedPrefix + feed.Name;

    /// <summary>Never sooner than the interval, at most a tenth later: several programs must not knock in step.</summary>
    private static TimeSpan Jittered(TimeSpan interval) => interval + interval * (Random.Shared.NextDouble() * 0.1);
}
