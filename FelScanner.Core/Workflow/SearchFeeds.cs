using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Looks for releases of one film in every feed, each with the verdict it would get. Nobody is asked by it.</summary>
public sealed class SearchFeeds(FeedStates feeds, ILibrary library, IReleases releases, JudgeRelease judge, JudgingTools tools)
{
    /// <returns>The releases found, best first, and a sentence for each feed that could not be asked.</returns>
    public async Task<(IReadOnlyList<JudgedRelease> Found, IReadOnlyList<string> Problems)> RunAsync(long filmId, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(filmId, cancellationToken) is not { } film)
            return ([], ["There is no such film."]);
        List<JudgedRelease> found = [];
        List<string> problems = [];
        foreach (var state in await feeds.NowAsync(cancellationToken))
        {
            // Not even a person's search goes where the login was refused or a pause was asked for.
            if (state.Refusal(tools.Time.GetUtcNow()) is { } why)
            {
                problems.Add($"{state.Feed.Name}: {why}");
                continue;
            }

            try
            {
                found.AddRange(await OneAsync(state.Feed, film, cancellationToken));
            }
            catch (ServiceFault fault)
            {
                problems.Add($"{state.Feed.Name}: {fault.Message}");
                await feeds.FailedAsync(state, fault, cancellationToken);
            }
        }

        return ([.. found.DistinctBy(r => r.Release.Id).OrderBy(r => new RankedRelease(r.Offered, r.Parsed.Group, r.Release.Seeders), new ReleaseRanking(tools.Settings.Current.Notifications.Rules))], problems);
    }

    private async Task<List<JudgedRelease>> OneAsync(IFeed feed, Film film, CancellationToken cancellationToken)
    {
        List<JudgedRelease> judged = [];
        var now = tools.Time.GetUtcNow();
        foreach (var release in await feed.SearchAsync(new FilmQuery(film.Title, film.Year, film.TmdbId, film.ImdbId), cancellationToken))
        {
            var remembered = await releases.RememberAsync(release with { FirstSeen = now, LastSeen = now }, firstReading: true, cancellationToken);
            judged.Add(await judge.RunAsync(remembered, JudgingCause.SettingsChanged, cancellationToken));
        }

        return judged;
    }
}
