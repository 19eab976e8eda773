using System.Security.Cryptography;
using System.Text;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>Who may call: sessions by cookie, the ban after five wrong passwords, and the refusal of foreign pages and hosts.</summary>
internal sealed class QbGate(QbOptions options, TimeProvider time)
{
    private const int FailuresAllowed = 5;
    private const string Banned = "Your IP address has been banned after too many failed authentication attempts.";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, QbSession> _sessions = [];
    private DateTimeOffset _bannedUntil;
    private int _failures;

    /// <summary>How many log-ins were tried with a wrong password.</summary>
    public int WrongPasswords { get; private set; }

    public int Logins { get; private set; }

    /// <summary>True when the call may go on; else the answer has been written.</summary>
    public async Task<bool> AdmitAsync(HttpContext context)
    {
        if (IsForeign(context.Request))
        {
            await context.AnswerAsync(401, "Unauthorized");
            return false;
        }
        if (context.Request.Path == "/api/v2/auth/login" || !context.Request.Path.StartsWithSegments("/api"))
            return true;
        if (SessionOf(context) is { } session)
        {
            context.Items[typeof(QbSession)] = session;
            return true;
        }
        await context.AnswerAsync(403, "Forbidden");
        return false;
    }

    public async Task LoginAsync(HttpContext context)
    {
        if (time.GetUtcNow() < _bannedUntil)
        {
            await context.AnswerAsync(403, Banned);
            return;
        }
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!options.BypassLocalAuth && (form["username"] != options.Username || form["password"] != options.Password))
        {
            CountFailure();
            await context.AnswerAsync(options.Dialect.IsModern ? 401 : 200, options.Dialect.IsModern ? "" : "Fails.");
            return;
        }
        Logins++;
        _failures = 0;
        Open(context);
        await context.AnswerAsync(options.Dialect.IsModern ? 204 : 200, options.Dialect.IsModern ? "" : "Ok.");
    }

    public Task LogoutAsync(HttpContext context)
    {
        lock (_lock)
            _sessions.Remove(Cookie(context));
        return context.AnswerAsync(options.Dialect.IsModern ? 204 : 200);
    }

    /// <summary>Every session ends, as after a restart.</summary>
    public void Forget()
    {
        lock (_lock)
            _sessions.Clear();
    }

    private QbSession? SessionOf(HttpContext context)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(Cookie(context), out var session))
                return session;
        }
        return options.BypassLocalAuth ? Open(context) : IsAuthorised(context.Request) ? new QbSession() : null;
    }

    private QbSession Open(HttpContext context)
    {
        var id = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        var session = new QbSession();
        lock (_lock)
            _sessions[id] = session;
        var sameSite = options.Dialect.IsModern ? "Lax" : "Strict";
        context.Response.Headers.SetCookie = $"{options.Dialect.CookieName(context.Connection.LocalPort)}={id}; HttpOnly; path=/; SameSite={sameSite}";
        return session;
    }

    private bool IsAuthorised(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!options.Dialect.IsModern || header.Length == 0)
            return false;
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}"));
        return header == basic || (options.ApiKey.Length > 0 && header == $"Bearer {options.ApiKey}");
    }

    private string Cookie(HttpContext context) =>
        context.Request.Cookies[options.Dialect.CookieName(context.Connection.LocalPort)] ?? "";

    private void CountFailure()
    {
        WrongPasswords++;
        if (++_failures < FailuresAllowed)
            return;
        _failures = 0;
        _bannedUntil = time.GetUtcNow() + options.BanDuration;
    }

    private static bool IsForeign(HttpRequest request)
    {
        var host = request.Host;
        if (host.Port is { } port && port != request.HttpContext.Connection.LocalPort)
            return true;
        return new[] { request.Headers.Origin.ToString(), request.Headers.Referer.ToString() }
            .Any(said => said.Length > 0 && !(Uri.TryCreate(said, UriKind.Absolute, out var page) && page.Authority == host.Value));
    }
}
