using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Judges releases again after the library or a setting changed: those that waited for it, and those of the films that changed.</summary>
public sealed class JudgeAgain(IReleases releases, JudgeRelease judge, FilmShelf films)
{
    private const int AtMost = 2000;

    /// <param name="changedFilms">Our ids of the films that changed; releases that wait (film unknown, not analysed, a fault) come in any case.</param>
    /// <param name="cause">What changed.</param>
    /// <param name="cancellationToken">Ends after the release under way.</param>
    /// <returns>How many were judged.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<long> changedFilms, JudgingCause cause, CancellationToken cancellationToken)
    {
        films.Forget();
        var waiting = await releases.ToJudgeAgainAsync(null, AtMost, cancellationToken);
        var changed = changedFilms.Count == 0 ? [] : await releases.ToJudgeAgainAsync(changedFilms, AtMost, cancellationToken);
        return await TheseAsync([.. waiting.Concat(changed).DistinctBy(r => r.Release.Id)], cause, cancellationToken);
    }

    /// <summary>Judges these again; what a person said never to is left alone, and so is what has a request.</summary>
    public async Task<int> TheseAsync(IReadOnlyList<JudgedRelease> chosen, JudgingCause cause, CancellationToken cancellationToken)
    {
        var all = chosen.Where(r => r is { Blocked: false, RequestId: null }).ToList();
        foreach (var release in all)
            await judge.RunAsync(new RememberedRelease(release.Release, false, release), cause, cancellationToken);
        return all.Count;
    }
}
