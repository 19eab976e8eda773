using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>One feed as its diary has it.</summary>
public sealed record FeedState(IFeed Feed, FeedPage Page)
{
    /// <summary>What its last reading found, said without asking anybody.</summary>
    public ConnectionReport Report => new()
    {
        Service = Feed.Service,
        Status = Page.Trouble is not null ? ConnectionStatus.Error : Page.LastRead is null ? ConnectionStatus.Unknown : ConnectionStatus.Connected,
        Message = Page.Trouble?.What ?? (Page.LastRead is null ? "Not read yet." : "The last reading went well."),
        Remedy = Page.Trouble?.Remedy,
        Fault = Page.Trouble?.Kind,
        LastCheck = Page.LastRead,
    };

    /// <summary>Why it may not be asked at all, by nobody; null when it may.</summary>
    public string? Refusal(DateTimeOffset now) => Page.Stopped is { } stopped ? $"stopped. {stopped}"
        : Page.NotBefore is { } wait && wait > now ? $"it asked to wait until {wait:HH:mm} UTC." : null;

    /// <summary>When it is really asked next: its interval, backoff and what the tracker asked for counted; null while it is stopped, or at once.</summary>
    public DateTimeOffset? Next => Page.Stopped is not null ? null
        : Page.NotBefore is { } pause && (Page.NextDue is not { } due || pause > due) ? pause : Page.NextDue;
}

/// <summary>How every feed stands, from the diary alone.</summary>
public sealed class FeedStates(IFeeds feeds, FeedDiary diary, ISettings settings)
{
    public ISettings Settings => settings;

    public async Task<IReadOnlyList<FeedState>> NowAsync(CancellationToken cancellationToken)
    {
        List<FeedState> states = [];
        foreach (var feed in feeds.Open(settings.Current))
            states.Add(new FeedState(feed, await diary.OpenAsync(feed, cancellationToken)));
        return states;
    }

    /// <summary>What the diary says of feeds that were not asked, in place of "unknown".</summary>
    public async Task<IReadOnlyList<ConnectionReport>> FillAsync(IReadOnlyList<ConnectionReport> reports, CancellationToken cancellationToken)
    {
        var known = (await NowAsync(cancellationToken)).DistinctBy(state => state.Feed.Service).ToDictionary(state => state.Feed.Service, state => state.Report);
        return [.. reports.Select(report => report.Status == ConnectionStatus.Unknown && known.GetValueOrDefault(report.Service) is { } told ? told : report)];
    }

    /// <summary>A search by hand that the login or a pause ended counts like a reading that did.</summary>
    public async Task FailedAsync(FeedState state, ServiceFault fault, CancellationToken cancellationToken)
    {
        if (fault.Kind is FaultKind.Unauthorised or FaultKind.RateLimited)
            await diary.WriteAsync(state.Feed, diary.After(state.Page, state.Feed, fault), cancellationToken);
    }

    /// <summary>A person tested these with success: a stop and a backoff are over.</summary>
    public async Task ReleaseAsync(IReadOnlyList<ConnectionReport> reports, CancellationToken cancellationToken)
    {
        foreach (var feed in feeds.Open(settings.Current).Where(feed => reports.Any(r => r.Service == feed.Service && r.Status == ConnectionStatus.Connected)))
            await diary.ReleaseAsync(feed, cancellationToken);
    }
}
