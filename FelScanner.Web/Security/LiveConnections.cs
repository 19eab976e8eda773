using System.Collections.Concurrent;

namespace FelScanner.Web.Security;

/// <summary>The open live connections (circuits) of each session, so that an ended session takes its pages with it.</summary>
internal sealed class LiveConnections
{
    /// <summary>A household's phones and tablets need a tenth of it; each costs a few hundred kilobytes.</summary>
    internal const int MostOfOnePerson = 100;
    private readonly ConcurrentDictionary<HttpContext, Person> _open = new();

    public int Count => _open.Count;

    /// <summary>Sessions with at least one open page.</summary>
    public IReadOnlyCollection<string> Sessions => [.. _open.Values.Select(person => person.SessionId).OfType<string>().Distinct()];

    /// <summary>False when this person has too many already.</summary>
    public bool Add(HttpContext context, Person person)
    {
        if (_open.Values.Count(other => other.Kind == person.Kind && other.Name == person.Name) >= MostOfOnePerson)
            return false;
        _open[context] = person;
        return true;
    }

    public void Remove(HttpContext context) => _open.TryRemove(context, out _);

    public void Cut(string session) => CutWhere(other => other == session);

    public void CutAllBut(string? session) => CutWhere(other => other != session);

    private void CutWhere(Func<string, bool> cut)
    {
        foreach (var (context, _) in _open.Where(pair => pair.Value.SessionId is { } session && cut(session)))
            context.Abort();
    }
}

/// <summary>Notes whose each live connection is, for as long as it is open, and refuses more than one person can need.</summary>
internal sealed class LiveConnectionLog(RequestDelegate next, LiveConnections connections)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var person = context.Request.Path.StartsWithSegments(HubGuard.Hub, StringComparison.OrdinalIgnoreCase) ? Person.Of(context.User) : null;
        if (person is null)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (!connections.Add(context, person))
        {
            await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, $"More than {LiveConnections.MostOfOnePerson} pages are open under this name: close some.").ConfigureAwait(false);
            return;
        }

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
