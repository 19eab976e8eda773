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
        if (film)
            await notebook.WriteAsync(FilmPrefix + request.FilmId, request.MovieTitle, cancellationToken);
        else if (request.Group is { } group)
            await BlockGroupAsync(group, cancellationToken);
        var waiting = await requests.InAsync([RequestStatus.Pending, RequestStatus.Queued], cancellationToken);
        foreach (var other in waiting.Where(r => film ? r.FilmId == request.FilmId : string.Equals(r.Group, request.Group, StringComparison.OrdinalIgnoreCase)))
            await decide.DeclineAsync(other.RequestId, by, film ? "never this film" : "never this group", cancellationToken);
        return new Decision(DecisionKind.Done, request, film ? $"{request.MovieTitle} is never asked about again." : $"Releases of {request.Group} are never asked about again.");
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
