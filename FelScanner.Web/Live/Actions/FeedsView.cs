using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live.Actions;

internal sealed class FeedsView(FeedStates feeds) : IFeedsView
{
    public async Task<IReadOnlyList<FeedRow>> NowAsync(CancellationToken cancellationToken) =>
        [.. (await feeds.NowAsync(cancellationToken)).Select(state => new FeedRow(
            state.Feed.Service, state.Report.Status, state.Page.LastRead, state.Next, state.Page.Stopped is not null, state.Page.Trouble?.What, state.Page.Trouble?.Remedy))];
}
