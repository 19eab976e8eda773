using FelScanner.Core.Ports;

namespace FelScanner.Web.Live;

/// <summary>One feed as the pages show it. <paramref name="Next"/>: when it is really asked next, everything counted; null when it is stopped or due now. <paramref name="Trouble"/> is what the last reading ended in.</summary>
public sealed record FeedRow(string Service, ConnectionStatus Status, DateTimeOffset? LastRead, DateTimeOffset? Next, bool Stopped, string? Trouble, string? Remedy);

/// <summary>How every feed stands, without asking any.</summary>
public interface IFeedsView
{
    Task<IReadOnlyList<FeedRow>> NowAsync(CancellationToken cancellationToken);
}
