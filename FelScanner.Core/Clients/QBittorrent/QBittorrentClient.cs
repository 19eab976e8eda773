using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>
/// qBittorrent's Web API, 4.3 to 5.2, on the wire: logs in when it must, once, and repeats a call whose session was lost.
/// Sends neither Origin nor Referer, which would have to match. Source: the qBittorrent wiki's Web API pages.
/// </summary>
internal sealed class QBittorrentClient(Wire wire, QBittorrentSessions sessions)
{
    private static readonly RemoteService Service = RemoteService.QBittorrent;

    public TimeProvider Time => wire.Time;

    public QBittorrentSession Session(QBittorrentSettings settings) => sessions.For(QBittorrentLogin.Of(settings));

    /// <summary>Forgets that the password was refused: a person wants to try it once more.</summary>
    public void ForgiveRefusal(QBittorrentSettings settings)
    {
        var session = Session(settings);
        session.Refused = null;
        session.Cookie = null;
    }

    public Task<Reply> GetAsync(QBittorrentSettings settings, string pathAndQuery, Patience patience, CancellationToken cancellationToken) =>
        SendAsync(settings, HttpMethod.Get, pathAndQuery, null, patience, cancellationToken);

    public Task<Reply> PostAsync(QBittorrentSettings settings, string path, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken) =>
        SendAsync(settings, HttpMethod.Post, path, () => new FormUrlEncodedContent(form), Patience.Once, cancellationToken);

    public Task<Reply> PostAsync(QBittorrentSettings settings, string path, Func<HttpContent> content, CancellationToken cancellationToken) =>
        SendAsync(settings, HttpMethod.Post, path, content, Patience.Once, cancellationToken);

    /// <summary>The version of the Web API, asked once a session.</summary>
    public async Task<Version> ApiVersionAsync(QBittorrentSettings settings, Patience patience, CancellationToken cancellationToken)
    {
        var session = Session(settings);
        if (session.ApiVersion is { } known)
            return known;
        var reply = await GetAsync(settings, "app/webapiVersion", patience, cancellationToken);
        return session.ApiVersion = Version.TryParse(Plain(reply).Trim(), out var version) ? version : new Version(2, 0);
    }

    /// <summary>The body of a successful answer as text; anything else is a fault.</summary>
    public string Plain(Reply reply)
    {
        if (!reply.IsSuccess)
            throw Faults.Status(Service, reply, wire.Time);
        return reply.LooksLikeHtml ? throw Faults.Html(Service, reply.Address) : reply.Text;
    }

    private async Task<Reply> SendAsync(
        QBittorrentSettings settings, HttpMethod method, string pathAndQuery, Func<HttpContent>? content, Patience patience, CancellationToken cancellationToken)
    {
        var session = Session(settings);
        if (session is { Cookie: null } && settings.Username.Length > 0)
            await LoginAsync(settings, session, lost: null, patience, cancellationToken);

        var cookie = session.Cookie;
        var reply = await CallAsync(settings, method, pathAndQuery, content, cookie, patience, cancellationToken);
        if (reply.Status is not (401 or 403))
            return reply;
        if (settings.Username.Length == 0 || IsBan(reply))
            throw QBittorrentFaults.NotLetIn(reply);

        await LoginAsync(settings, session, cookie, patience, cancellationToken);
        reply = await CallAsync(settings, method, pathAndQuery, content, session.Cookie, patience, cancellationToken);
        return reply.Status is 401 or 403 ? throw QBittorrentFaults.NotLetIn(reply) : reply;
    }

    private Task<Reply> CallAsync(
        QBittorrentSettings settings, HttpMethod method, string pathAndQuery, Func<HttpContent>? content, string? cookie, Patience patience,
        CancellationToken cancellationToken)
    {
        var call = new WireCall(method, Address(settings, pathAndQuery))
        {
            Content = content,
            Patience = patience,
            VerifyTls = settings.VerifyTls,
            SecretHeaders = cookie is null ? [] : [("Cookie", cookie)],
        };
        return wire.SendAsync(Service, call, cancellationToken);
    }

    /// <param name="lost">The cookie that no longer works: when another call has already replaced it, nothing is done.</param>
    private async Task LoginAsync(QBittorrentSettings settings, QBittorrentSession session, string? lost, Patience patience, CancellationToken cancellationToken)
    {
        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            if (session.Cookie is not null && session.Cookie != lost)
                return;
            if (session.Refused is { } refusal && (session.RefusedUntil is not { } until || until > wire.Time.GetUtcNow()))
                throw refusal;

            var form = new Dictionary<string, string> { ["username"] = settings.Username, ["password"] = settings.Password.Reveal() };
            var reply = await CallAsync(
                settings, HttpMethod.Post, "auth/login", () => new FormUrlEncodedContent(form), null, patience with { Retries = 0 }, cancellationToken);
            Judge(session, reply);
        }
        finally
        {
            session.Gate.Release();
        }
    }

    private void Judge(QBittorrentSession session, Reply reply)
    {
        if (reply.Status is 401 or 403 || (reply.IsSuccess && reply.Text.Trim() == "Fails."))
        {
            session.Cookie = null;
            session.RefusedUntil = reply.Status == 403 ? wire.Time.GetUtcNow().AddMinutes(15) : null;
            session.Refused = reply.Status == 403 ? QBittorrentFaults.Banned() : QBittorrentFaults.WrongPassword();
            throw session.Refused;
        }

        if (!reply.IsSuccess)
            throw Faults.Status(Service, reply, wire.Time);
        if (reply.LooksLikeHtml)
            throw Faults.Html(Service, reply.Address);
        session.Cookie = reply.AllOf("Set-Cookie").Select(c => c.Split(';')[0].Trim()).FirstOrDefault(c => c.Contains("SID", StringComparison.Ordinal)) ?? "";
        session.Generation++;
        session.ApiVersion = null;
        session.Refused = null;
    }

    private static bool IsBan(Reply reply) => reply.Status == 403 && reply.Text.Contains("banned", StringComparison.OrdinalIgnoreCase);

    private static Uri Address(QBittorrentSettings settings, string pathAndQuery)
    {
        var host = settings.Host.Trim();
        if (host.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
            host = host[(scheme + 3)..];
        host = host.TrimEnd('/');
        if (host.Length == 0)
            throw Faults.NoAddress(Service);
        if (host.Contains(':', StringComparison.Ordinal) && !host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('['))
            host = $"[{host}]";
        var typed = $"{(settings.Https ? "https" : "http")}://{host}:{settings.Port}/{settings.BasePath.Trim('/', ' ')}";
        return Addresses.Under(Service, typed, "api/v2/" + pathAndQuery);
    }
}
