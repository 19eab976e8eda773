using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Never this film, or never this group: what waits is declined, and the like is not asked about again.</summary>
public sealed class NeverAgain(IRequests requests, DecideRequest decide, RateGroup rate, INotebook notebook)
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
        if (await rate.RunAsync(group, GroupStanding.Blocked, null, cancellationToken) is { } why)
            return new Decision(DecisionKind.TooLate, null, why);
        await DeclineAsync(r => string.Equals(r.Group, group, StringComparison.OrdinalIgnoreCase), by, "never this group", cancellationToken);
        return new Decision(DecisionKind.Done, null, $"Releases of {group} are never asked about again.");
    }

    private async Task DeclineAsync(Func<DownloadRequest, bool> which, Decider by, string reason, CancellationToken cancellationToken)
    {
        foreach (var waiting in (await requests.InAsync([RequestStatus.Pending, RequestStatus.Queued], cancellationToken)).Where(which))
            await decide.DeclineAsync(waiting.RequestId, by, reason, cancellationToken);
    }
}
