using FelScanner.Core.Ports;

namespace FelScanner.Web.Security;

/// <summary>Signed-in browsers: a random id in a cookie, its digest in the database, so that each can be ended from here.</summary>
internal sealed class Sessions(IAccounts accounts, LiveConnections connections, TimeProvider time)
{
    public const string Cookie = "felscanner_session";
    private static readonly TimeSpan IdleLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan WholeLife = TimeSpan.FromDays(180);
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    /// <summary>Opens a session for the browser and hands it the cookie.</summary>
    public async Task OpenAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var id = Digest.NewToken();
        var now = time.GetUtcNow();
        var agent = context.Request.Headers.UserAgent.ToString();
        var row = new SessionRow(Digest.Of(id), now, now, AddressOf(context), agent.Length > 200 ? agent[..200] : agent);
        await accounts.AddSessionAsync(row, cancellationToken).ConfigureAwait(false);
        context.Response.Cookies.Append(Cookie, id, CookieFor(context, now + IdleLife));
    }

    /// <summary>The session that the request's cookie names; null when it names none, an ended or an outworn one.</summary>
    public async Task<SessionRow?> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 200 } id)
            return null;
        var session = await FindAsync(Digest.Of(id), cancellationToken).ConfigureAwait(false);
        if (session is not null && time.GetUtcNow() - session.LastSeenAt > TouchEvery)
            await accounts.TouchSessionAsync(session.IdHash, time.GetUtcNow(), AddressOf(context), cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>The open session with this digest; an outworn one is ended.</summary>
    public async Task<SessionRow?> FindAsync(string idHash, CancellationToken cancellationToken)
    {
        var session = await accounts.FindSessionAsync(idHash, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        if (session is null || (now - session.LastSeenAt <= IdleLife && now - session.CreatedAt <= WholeLife))
            return session;
        await accounts.RevokeSessionAsync(idHash, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public Task<IReadOnlyList<SessionRow>> ListAsync(CancellationToken cancellationToken) => accounts.SessionsAsync(cancellationToken);

    /// <summary>Ends a session and cuts its open pages. False when there is none.</summary>
    public async Task<bool> RevokeAsync(string idHash, CancellationToken cancellationToken)
    {
        var revoked = await accounts.RevokeSessionAsync(idHash, cancellationToken).ConfigureAwait(false);
        connections.Cut(idHash);
        return revoked;
    }

    /// <summary>Ends every session but this one; null ends all.</summary>
    public async Task<int> RevokeOthersAsync(string? idHash, CancellationToken cancellationToken)
    {
        var revoked = await accounts.RevokeOtherSessionsAsync(idHash, cancellationToken).ConfigureAwait(false);
        connections.CutAllBut(idHash);
        return revoked;
    }

    /// <summary>Ends the browser's own session and takes its cookie back.</summary>
    public async Task CloseAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[Cookie] is { Length: > 0 } id)
            await RevokeAsync(Digest.Of(id), cancellationToken).ConfigureAwait(false);
        context.Response.Cookies.Delete(Cookie, CookieFor(context, null));
    }

    /// <summary>Lax, not strict: a link in a Telegram message must open the page signed in.</summary>
    private static CookieOptions CookieFor(HttpContext context, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        Expires = expires,
        IsEssential = true,
    };

    private static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
