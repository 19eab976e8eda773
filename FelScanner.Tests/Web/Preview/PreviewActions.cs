using System.Text.Json;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Preview;

/// <summary>What presses do here: the state changes at once, and every press is remembered.</summary>
internal sealed class PreviewActions(PreviewRequests requests, IReleases releases, PreviewBus bus) : IRequestActions, IReleaseActions, ILibraryActions, IJobActions, ISettingsActions
{
    public List<string> Pressed { get; } = [];

    public bool NoSpace { get; set; }

    /// <summary>An approval waits for this.</summary>
    public Task Approving { get; set; } = Task.CompletedTask;

    /// <summary>An approval comes to nothing: somebody was first.</summary>
    public string? TooLate { get; set; }

    public async Task<ActionOutcome> ApproveAsync(string requestId, bool force, DownloadChoices? choices, string user, CancellationToken cancellationToken)
    {
        Pressed.Add($"approve {requestId}{(force ? " force" : "")}{(choices is null ? "" : $" {choices}")}");
        await Approving;
        if (TooLate is not null)
            return new ActionOutcome(OutcomeKind.Refused, TooLate);
        return NoSpace && !force
            ? new ActionOutcome(OutcomeKind.NeedsForce, "78.4 GB are needed, 60 GB are free.", "Free some space, or go on anyway.")
            : await Step(requestId, RequestStatus.Downloading, user, "Sent to qBittorrent.");
    }

    public Task<ActionOutcome> DeclineAsync(string requestId, SkipScope scope, string user, CancellationToken cancellationToken)
    {
        Pressed.Add($"decline {requestId} {scope}");
        return Step(requestId, RequestStatus.Declined, user, "Skipped.");
    }

    public Task<ActionOutcome> SnoozeAsync(string requestId, TimeSpan length, string user, CancellationToken cancellationToken)
    {
        Pressed.Add($"snooze {requestId} {length.TotalHours}");
        return Step(requestId, RequestStatus.Queued, user, "You are asked again tomorrow.");
    }

    public Task<ActionOutcome> RetryAsync(string requestId, string user, CancellationToken cancellationToken) => Step(requestId, RequestStatus.Approved, user, "It is tried again now.");

    public Task<ActionOutcome> ResumeAsync(string requestId, string user, CancellationToken cancellationToken) => Say($"resume {requestId}", "Started again.");

    public Task<ActionOutcome> KeepAsync(string requestId, string user, CancellationToken cancellationToken) => Say($"keep {requestId}", "It is kept.");

    public Task<ActionOutcome> StopAndRemoveAsync(string requestId, string user, CancellationToken cancellationToken) => Step(requestId, RequestStatus.Stopped, user, "Stopped and removed.");

    public Task<ActionOutcome> AskAnywayAsync(long releaseId, string user, CancellationToken cancellationToken) => Say($"ask {releaseId}", "You are asked about it now.");

    public Task<ActionOutcome> NeverAsync(long releaseId, string user, CancellationToken cancellationToken) => Say($"never {releaseId}", "It stays silent.");

    public Task<ActionOutcome> RateGroupAsync(string group, GroupStanding standing, string note, CancellationToken cancellationToken) => Say($"rate {group} {standing} {note}", $"{group}: kept.");

    public Task<ActionOutcome> NeverGroupAsync(string group, string user, CancellationToken cancellationToken) => Say($"never {group}", $"{group} stays silent.");

    public Task<ActionOutcome> PickFilmAsync(long releaseId, long filmId, string user, CancellationToken cancellationToken) => Say($"pick {releaseId} {filmId}", "Judged again for that film.");

    public async Task<TriedName> TryNameAsync(string name, long? filmId, IReadOnlyList<string> owned, CancellationToken cancellationToken)
    {
        var like = (await releases.LastAsync(1, cancellationToken))[0];
        return new TriedName(like with { Release = like.Release with { Name = name }, RequestId = null }, null, "🎬 <b>Heat</b> (1995)\nHDR10 → DV P7, perhaps FEL\n\nNow   2160p · HDR10 · DTS-HD MA · 58.2 GB\nNew   2160p · DV P7, layer? · HDR10+ · 74.0 GB");
    }

    public Task<ActionOutcome> ProbeAsync(long? copyId, string user, CancellationToken cancellationToken) => Say($"probe {copyId}", "The file is being read.");

    public Task<ActionOutcome> MarkAsync(long copyId, EnhancementLayer? layer, string user, CancellationToken cancellationToken) => Say($"mark {copyId} {layer}", "Marked.");

    public Task<IReadOnlyList<CollectionChange>> CollectionsAsync(bool dryRun, string user, CancellationToken cancellationToken)
    {
        Pressed.Add($"collections {(dryRun ? "told" : "done")}");
        return Task.FromResult<IReadOnlyList<CollectionChange>>(
        [
            new("Movies", "All Dolby Vision", ["Dune (2021)", "Heat (1995)"], [], 214, 2, null), new("Movies", "DV FEL Profile 7", [], ["Alien (1979)"], 31, 0, null),
            new("Movies", "TrueHD Atmos", [], [], 0, 0, "“TrueHD Atmos” in Movies is a smart collection, which Plex fills by itself. Choose another name in the settings."),
        ]);
    }

    public ActionOutcome Cancel(string jobId, string user)
    {
        Pressed.Add($"cancel {jobId}");
        return ActionOutcome.Done("It ends after the step under way.");
    }

    public async Task<FeedSearch> SearchFeedsAsync(long filmId, CancellationToken cancellationToken) => new("2 feeds were asked.", await releases.LastAsync(2, cancellationToken));

    public Task<ActionOutcome> RunAsync(string jobId, string user, CancellationToken cancellationToken) => Say($"run {jobId}", "12 new releases, 1 upgrade.");

    public Task<ActionOutcome> PauseAsync(string jobId, bool paused, string user, CancellationToken cancellationToken) => Say($"pause {jobId} {paused}", paused ? "Paused." : "Goes on.");

    public Task<IReadOnlyList<ConnectionReport>> TestAsync(string service, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConnectionReport>>([new ConnectionReport { Service = service, Status = service == "radarr" ? ConnectionStatus.Error : ConnectionStatus.Connected, Message = service == "radarr" ? "Nothing answers at radarr.test:7878." : "Connected.", Remedy = service == "radarr" ? "Is Radarr running, and is the port right?" : null, Version = service == "radarr" ? null : "1.41.2", LatencyMs = 12 }]);

    public Task<IReadOnlyList<ConnectionReport>> TestEventsAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConnectionReport>>([new ConnectionReport { Service = "webhook", Status = ConnectionStatus.Connected, Message = "The test event was taken.", LatencyMs = 8 }]);

    public Task<RuleEffect> ShowEffectAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken) =>
        Task.FromResult(new RuleEffect(50, 14, 5, [.. Enumerable.Range(1, 9).Select(number => new RuleChange($"Release {number}", $"Film {number}", false, "the layer is not told, and that switch is off"))]));

    public Task<IReadOnlyList<PathAnswer>> CheckPathsAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PathAnswer>>([new("qbittorrent", "/data/movies/Dune (2021)", true, "Dune would be saved there."), new("plex", "/movies/Dune (2021)", false, "No Plex library covers this folder.", "Add a mapping for Plex.")]);

    public Task<string?> RevealApiKeyAsync(string user, string password, CancellationToken cancellationToken) => Task.FromResult(password == "right" ? "0123456789abcdef" : null);

    public Task<string?> NewApiKeyAsync(string user, string password, CancellationToken cancellationToken) => RevealApiKeyAsync(user, password, cancellationToken);

    public Task<ActionOutcome> BackUpAsync(string user, CancellationToken cancellationToken) => Say("backup", "Backed up.");

    private Task<ActionOutcome> Say(string pressed, string sentence)
    {
        Pressed.Add(pressed);
        return Task.FromResult(ActionOutcome.Done(sentence));
    }

    private Task<ActionOutcome> Step(string requestId, RequestStatus to, string user, string sentence)
    {
        requests.Put(requestId, request => request with { Status = to, DecidedBy = user, DecidedIn = "web", DecidedAt = DateTimeOffset.UtcNow });
        bus.Publish(new DomainEvent.RequestChanged(requestId));
        return Task.FromResult(ActionOutcome.Done(sentence));
    }
}
