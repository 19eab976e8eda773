using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Why a release is judged: what it may lead to depends on it.</summary>
public enum JudgingCause
{
    /// <summary>It is new: an upgrade is offered.</summary>
    New,

    /// <summary>The library changed: an upgrade is offered unless it came with a first reading.</summary>
    LibraryChanged,

    /// <summary>A setting changed: an upgrade is listed as available, nobody is asked about old news.</summary>
    SettingsChanged,

    /// <summary>A person asked for it: asked before does not count.</summary>
    Person,
}

/// <summary>Parse the name → evidence → find the film → the rules against every copy → verdict with its trace, stored; an upgrade is offered.</summary>
public sealed class JudgeRelease(FilmShelf films, IReleases releases, OfferUpgrade offer, IRequests requests, JudgingTools tools)
{
    public async Task<JudgedRelease> RunAsync(RememberedRelease remembered, JudgingCause cause, CancellationToken cancellationToken) =>
        (await ConcludeAsync([await JudgeAsync(remembered, cause, cancellationToken)], cause, cancellationToken))[0];

    /// <summary>
    /// Stores what was judged, and then offers the upgrades among it, because an offer may wait for Radarr. One that is stored and not offered yet
    /// is marked to be judged again, so that nothing is lost if the program ends in between.
    /// </summary>
    public async Task<IReadOnlyList<JudgedRelease>> ConcludeAsync(IReadOnlyList<JudgedRelease> judged, JudgingCause cause, CancellationToken cancellationToken)
    {
        JudgedRelease[] all = [.. judged.Select(one => one.Verdict.Kind != VerdictKind.Notify ? one : Asks(one, cause) ? one with { JudgeAgain = true } : one with { Available = true })];
        await releases.SaveAllAsync(all, cancellationToken);
        for (var at = 0; at < all.Length; at++)
        {
            if (all[at] is { Verdict.Kind: VerdictKind.Notify, Available: false })
                all[at] = await OfferAsync(all[at], cause, cancellationToken);
            tools.Bus.Publish(new DomainEvent.ReleaseJudged(all[at].Release.Id));
        }

        return all;
    }

    private async Task<JudgedRelease> OfferAsync(JudgedRelease upgrade, JudgingCause cause, CancellationToken cancellationToken)
    {
        var offered = await offer.RunAsync(upgrade, cause == JudgingCause.Person, cancellationToken);
        if (!offered.IsStored)
            await releases.SaveAsync(offered.Release, cancellationToken);
        return offered.Release;
    }

    /// <summary>The verdict alone: nothing is stored or offered.</summary>
    /// <param name="remembered">The release.</param>
    /// <param name="cause">A person's question does not count what was asked before.</param>
    /// <param name="cancellationToken">Ends the judging.</param>
    /// <param name="rules">Rules that are not saved; null: the saved ones.</param>
    /// <param name="film">Our id of the film it is to be taken for; null: found as for any release.</param>
    public async Task<JudgedRelease> JudgeAsync(
        RememberedRelease remembered, JudgingCause cause, CancellationToken cancellationToken, NotificationRules? rules = null, long? film = null)
    {
        var release = remembered.Release;
        var parsed = ReleaseNameParser.Parse(release.Name);
        var offered = ReleaseEvidence.Read(parsed, release.Description, release.Query, release.Bytes);
        var match = await MatchAsync(remembered, parsed, film, cancellationToken);
        var before = release.Id == 0 || remembered is { IsNew: true } ? null : await requests.OfReleaseAsync(release.Id, cancellationToken);
        var asked = cause == JudgingCause.Person ? null : AskedBefore(before, remembered.Judged) ?? await NeverAsync(match, cancellationToken);
        var verdict = UpgradeDetector.Judge(new UpgradeQuestion
        {
            Name = parsed,
            Offered = offered,
            Match = match,
            AskedBefore = asked is not null,
            AskedBeforeReason = asked,
            Rules = rules ?? tools.Settings.Current.Notifications.Rules,
        });
        var found = (match as FilmMatch.One)?.Film;
        return new JudgedRelease
        {
            Release = release,
            Parsed = parsed,
            Offered = offered,
            FilmId = found?.Id,
            FilmTitle = found?.Title,
            FilmYear = found?.Year,
            FilmTmdbId = found?.TmdbId,
            Candidates = match is FilmMatch.Several several ? [.. several.Films.Select(f => f.Id)] : [],
            FilmPicked = remembered.Judged?.FilmPicked ?? false,
            Verdict = verdict,
            JudgedAt = tools.Time.GetUtcNow(),
            RequestId = before?.RequestId,
            FirstReading = remembered.Judged?.FirstReading ?? remembered.FirstReading,
            Blocked = remembered.Judged?.Blocked ?? false,
            JudgeAgain = verdict.Veto is "no_film" or "not_analysed" or "unsure_film" || verdict.Kind == VerdictKind.Error,
        };
    }

    private async Task<FilmMatch> MatchAsync(RememberedRelease remembered, ParsedName parsed, long? film, CancellationToken cancellationToken)
    {
        var index = await films.IndexAsync(cancellationToken);
        var picked = film ?? (remembered.Judged is { FilmPicked: true, FilmId: { } id } ? id : null);
        return picked is { } chosen && index.WithId(chosen) is { } known
            ? new FilmMatch.One(known, false)
            : index.Find(parsed, remembered.Release.TmdbId, remembered.Release.ImdbId);
    }

    private async Task<string?> NeverAsync(FilmMatch match, CancellationToken cancellationToken) =>
        match is FilmMatch.One one && await tools.Notebook.ReadAsync(NeverAgain.FilmPrefix + one.Film.Id, cancellationToken) is not null
            ? "You said never to this film."
            : null;

    private static bool Asks(JudgedRelease judged, JudgingCause cause) => cause switch
    {
        JudgingCause.Person => true,
        JudgingCause.SettingsChanged => false,
        _ => !judged.FirstReading,
    };

    private static string? AskedBefore(Domain.Requests.DownloadRequest? before, JudgedRelease? judged) => (before, judged) switch
    {
        (_, { Blocked: true }) => "You said never to this release.",

        // Offered, but the verdict was not stored: the program ended in between. It is the same offer.
        ({ Status: Domain.Requests.RequestStatus.Pending or Domain.Requests.RequestStatus.Queued }, null) => null,
        (not null, _) => $"This release was {WordOf(before.Status)} before.",
        _ => null,
    };

    private static string WordOf(Domain.Requests.RequestStatus status) => status switch
    {
        Domain.Requests.RequestStatus.Declined => "skipped",
        Domain.Requests.RequestStatus.Expired => "offered and left to expire",
        Domain.Requests.RequestStatus.Pending or Domain.Requests.RequestStatus.Queued => "offered",
        Domain.Requests.RequestStatus.Stopped => "stopped",
        _ => "downloaded",
    };
}

/// <summary>What every judging needs beside its stores.</summary>
public sealed record JudgingTools(ISettings Settings, IEventBus Bus, INotebook Notebook, TimeProvider Time);
