using System.Collections.Concurrent;

namespace FelScanner.Web.Security;

/// <summary>The open live connections (circuits) of each session, so that an ended session takes its pages with it.</summary>
internal sealed class LiveConnections
{
    private readonly ConcurrentDictionary<HttpContext, string> _open = new();

    /// <summary>Sessions with at least one open page.</summary>
    public IReadOnlyCollection<string> Sessions => [.. _open.Values.Distinct()];

    public void Add(HttpContext context, string session) => _open[context] = session;

    public void Remove(HttpContext context) => _open.TryRemove(context, out _);

    public void Cut(string session) => CutWhere(other => other == session);

    public void CutAllBut(string? session) => CutWhere(other => other != session);

    private void CutWhere(Func<string, bool> cut)
    {
        foreach (var (context, _) in _open.Where(pair => cut(pair.Value)))
            context.Abort();
    }
}

/// <summary>Notes which session each live connection belongs to, for as long as it is open.</summary>
internal sealed class LiveConnectionLog(RequestDelegate next, LiveConnections connections)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var session = context.Request.Path.StartsWithSegments(HubGuard.Hub, StringComparison.OrdinalIgnoreCase) ? Person.Of(context.User)?.SessionId : null;
        if (session is null)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        connections.Add(context, session);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            connections.Remove(context);
        }
    }
}

/// <summary>Cuts the pages of sessions that were ended elsewhere or have run out, twice a minute.</summary>
internal sealed class SessionWatch(Sessions sessions, LiveConnections connections, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            await SweepAsync(stoppingToken).ConfigureAwait(false);
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var session in connections.Sessions)
        {
            if (await sessions.FindAsync(session, cancellationToken).ConfigureAwait(false) is null)
                connections.Cut(session);
        }
    }
}
