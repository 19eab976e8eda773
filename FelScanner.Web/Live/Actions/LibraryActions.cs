using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Jobs;
using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live.Actions;

internal sealed class LibraryActions(ProbeFiles probe, MarkCopy mark, SearchFeeds search, KeepCollections collections, IJobs jobs) : ILibraryActions
{
    public async Task<ActionOutcome> ProbeAsync(long? copyId, string user, CancellationToken cancellationToken)
    {
        if (copyId is not { } id)
        {
            // The run goes on by itself, also after a pause; the jobs page and the library page show how far it is.
            await jobs.ResumeAsync(JobCatalogue.ProbeFiles, cancellationToken);
            return ActionOutcome.Done("Every copy that waits is being read.");
        }

        var result = await probe.OneNowAsync(id, cancellationToken);
        return result switch
        {
            null => new ActionOutcome(OutcomeKind.Refused, "There is no such copy."),
            { Layer: EnhancementLayer.Unknown } => new ActionOutcome(OutcomeKind.Failed, result.Reason),
            _ => ActionOutcome.Done(result.Reason),
        };
    }

    public async Task<ActionOutcome> MarkAsync(long copyId, EnhancementLayer? layer, string user, CancellationToken cancellationToken) =>
        await mark.RunAsync(copyId, layer, RequestActions.By(user), cancellationToken) switch
        {
            Marking.NoSuchCopy => new ActionOutcome(OutcomeKind.Refused, "There is no such copy."),
            Marking.ProofCounts when layer is not null => new ActionOutcome(OutcomeKind.Refused, "The file itself has proven its layer, and that counts; your mark is only noted."),
            _ => ActionOutcome.Done(layer is null ? "The mark is taken back." : "Marked."),
        };

    public async Task<FeedSearch> SearchFeedsAsync(long filmId, CancellationToken cancellationToken)
    {
        var (found, problems) = await search.RunAsync(filmId, cancellationToken);
        return new FeedSearch(
            found.Count switch { 0 => "Nothing found.", 1 => "One release found.", _ => $"{found.Count} releases found." },
            found,
            problems.Count == 0 ? null : string.Join(" ", problems));
    }

    public Task<IReadOnlyList<CollectionChange>> CollectionsAsync(bool dryRun, string user, CancellationToken cancellationToken) => collections.RunAsync(dryRun, cancellationToken);
}
