using System.Text.Json;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Never this film, or never this group: what waits is declined, and the like is not asked about again.</summary>
public sealed class NeverAgain(IRequests requests, DecideRequest decide, ISettings settings, INotebook notebook)
{
    public const string FilmPrefix = "never.film.";

    public async Task<Decision> RunAsync(string requestId, Decider by, bool film, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is null)
            return new Decision(DecisionKind.NotFound, null, "There is no such request.");
        if (!film)
            return request.Group is { } group ? await GroupAsync(group, by, cancellationToken) : await decide.DeclineAsync(requestId, by, null, cancellationToken);
        await notebook.WriteAsync(FilmPrefix + request.FilmId, request.MovieTitle, cancellationToken);
        await DeclineAsync(r => r.FilmId == request.FilmId, by, "never this film", cancellationToken);
        return new Decision(DecisionKind.Done, request, $"{request.MovieTitle} is never asked about again.");
    }

    /// <summary>Never this group; a release is enough, no request is needed.</summary>
    public async Task<Decision> GroupAsync(string group, Decider by, CancellationToken cancellationToken)
    {
        await BlockGroupAsync(group, cancellationToken);
        await DeclineAsync(r => string.Equals(r.Group, group, StringComparison.OrdinalIgnoreCase), by, "never this group", cancellationToken);
        return new Decision(DecisionKind.Done, null, $"Releases of {group} are never asked about again.");
    }

    private async Task DeclineAsync(Func<DownloadRequest, bool> which, Decider by, string reason, CancellationToken cancellationToken)
    {
        foreach (var waiting in (await requests.InAsync([RequestStatus.Pending, RequestStatus.Queued], cancellationToken)).Where(which))
            await decide.DeclineAsync(waiting.RequestId, by, reason, cancellationToken);
    }

    private async Task BlockGroupAsync(string group, CancellationToken cancellationToken)
    {
        var blocked = settings.Current.Notifications.Rules.GroupsBlocked;
        if (blocked.Contains(group, StringComparer.OrdinalIgnoreCase))
            return;
        var all = JsonSerializer.SerializeToElement<IEnumerable<string>>([.. blocked, group]);
        await settings.SaveAsync(new Dictionary<string, JsonElement> { ["groups_blocked"] = all }, cancellationToken);
    }
}
