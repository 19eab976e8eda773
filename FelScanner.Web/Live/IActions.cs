using System.Text.Json;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live;

public enum OutcomeKind
{
    Done,

    /// <summary>Somebody was first, or it is not possible any more.</summary>
    Refused,

    /// <summary>Too little space: it goes on only when the person says so again.</summary>
    NeedsForce,

    /// <summary>Something outside failed; the sentence says what goes on by itself.</summary>
    Failed,
}

/// <summary>What came of a press: one sentence for people, and what to do about it when it failed.</summary>
public sealed record ActionOutcome(OutcomeKind Kind, string Sentence, string? Remedy = null)
{
    public static ActionOutcome Done(string sentence) => new(OutcomeKind.Done, sentence);
}

/// <summary>What a person wants to skip.</summary>
public enum SkipScope
{
    Release,
    Group,
    Film,
}

/// <summary>What a person does to a request. Every call goes through one verb of the workflow.</summary>
public interface IRequestActions
{
    /// <param name="requestId">The request.</param>
    /// <param name="force">Go on with too little space.</param>
    /// <param name="choices">What differs from the settings for this download; null for nothing.</param>
    /// <param name="user">A name for people.</param>
    /// <param name="cancellationToken">Ends the waiting, not the approval.</param>
    Task<ActionOutcome> ApproveAsync(string requestId, bool force, DownloadChoices? choices, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> DeclineAsync(string requestId, SkipScope scope, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> SnoozeAsync(string requestId, TimeSpan length, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> RetryAsync(string requestId, string user, CancellationToken cancellationToken);

    /// <summary>Lets a download run on that stands still in qBittorrent.</summary>
    Task<ActionOutcome> ResumeAsync(string requestId, string user, CancellationToken cancellationToken);

    /// <summary>The file is not what was promised, and the person wants it all the same.</summary>
    Task<ActionOutcome> KeepAsync(string requestId, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> StopAndRemoveAsync(string requestId, string user, CancellationToken cancellationToken);
}

/// <summary>What a person does to a release.</summary>
public interface IReleaseActions
{
    Task<ActionOutcome> AskAnywayAsync(long releaseId, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> NeverAsync(long releaseId, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> NeverGroupAsync(string group, string user, CancellationToken cancellationToken);

    /// <summary>Preferred, neutral or blocked, with a note. Blocking declines nothing that waits: that is <see cref="NeverGroupAsync"/>.</summary>
    Task<ActionOutcome> RateGroupAsync(string group, GroupStanding standing, string note, CancellationToken cancellationToken);

    Task<ActionOutcome> PickFilmAsync(long releaseId, long filmId, string user, CancellationToken cancellationToken);

    /// <summary>Judges a name under the saved rules without storing anything. A null film: found as for any release. Owned: copies described in the words of a release name, in place of the film's own.</summary>
    Task<TriedName> TryNameAsync(string name, long? filmId, IReadOnlyList<string> owned, CancellationToken cancellationToken);
}

/// <summary>A name that was tried: as it would be judged, the film it was compared with, and the message as it would look (HTML of the chat; null when there would be none).</summary>
public sealed record TriedName(JudgedRelease Judged, Film? Film, string? MessageHtml);

/// <summary>What a person does to films and copies.</summary>
public interface ILibraryActions
{
    /// <summary>Reads one copy's file; null queues every copy that waits.</summary>
    Task<ActionOutcome> ProbeAsync(long? copyId, string user, CancellationToken cancellationToken);

    /// <summary>The owner's word about a copy; null takes it back.</summary>
    Task<ActionOutcome> MarkAsync(long copyId, EnhancementLayer? layer, string user, CancellationToken cancellationToken);

    /// <summary>Asks every feed for this film now; what is found is stored and judged like any release.</summary>
    Task<FeedSearch> SearchFeedsAsync(long filmId, CancellationToken cancellationToken);

    /// <summary>What would change in Plex's collections, or, when it is no dry run, what has changed.</summary>
    /// <exception cref="ServiceFault">Plex cannot be asked.</exception>
    Task<IReadOnlyList<CollectionChange>> CollectionsAsync(bool dryRun, string user, CancellationToken cancellationToken);
}

/// <summary>What a search by hand brought.</summary>
public sealed record FeedSearch(string Sentence, IReadOnlyList<JudgedRelease> Found, string? Remedy = null);

/// <summary>What a person does to the jobs.</summary>
public interface IJobActions
{
    Task<ActionOutcome> RunAsync(string jobId, string user, CancellationToken cancellationToken);

    Task<ActionOutcome> PauseAsync(string jobId, bool paused, string user, CancellationToken cancellationToken);

    /// <summary>Asks a run under way to end early; what it has done so far stays.</summary>
    ActionOutcome Cancel(string jobId, string user);
}

/// <summary>What the settings page can ask for beyond saving.</summary>
public interface ISettingsActions
{
    /// <summary>Tests a service with these unsaved values over the saved ones; "feeds" tests every further feed.</summary>
    Task<IReadOnlyList<ConnectionReport>> TestAsync(string service, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken);

    /// <summary>Sends one test event by every way that these unsaved values configure; one report each.</summary>
    Task<IReadOnlyList<ConnectionReport>> TestEventsAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken);

    /// <summary>Judges the last 50 releases under these unsaved rules beside the saved ones.</summary>
    Task<RuleEffect> ShowEffectAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken);

    /// <summary>Where a real film would land for each service with these unsaved paths.</summary>
    Task<IReadOnlyList<PathAnswer>> CheckPathsAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken);

    /// <summary>The API key in clear after the password was typed again; null when it was wrong.</summary>
    Task<string?> RevealApiKeyAsync(string user, string password, CancellationToken cancellationToken);

    /// <summary>A new API key after the password was typed again; null when it was wrong.</summary>
    Task<string?> NewApiKeyAsync(string user, string password, CancellationToken cancellationToken);

    Task<ActionOutcome> BackUpAsync(string user, CancellationToken cancellationToken);
}

/// <summary>The last releases under saved and unsaved rules.</summary>
public sealed record RuleEffect(int Judged, int AskedSaved, int AskedNow, IReadOnlyList<RuleChange> Changes)
{
    public int NoLonger => Changes.Count(change => !change.Asks);

    public int Newly => Changes.Count(change => change.Asks);
}

/// <summary>A release whose answer changes. <paramref name="Asks"/>: it would ask under the unsaved rules.</summary>
public sealed record RuleChange(string Name, string? Film, bool Asks, string Reason);

/// <summary>How one service sees a film's folder, and whether it can be used there.</summary>
public sealed record PathAnswer(string Service, string Path, bool? Good, string Sentence, string? Remedy = null, PathMapping? Proposal = null);
