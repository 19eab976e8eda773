using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>Everything of the settings that makes it another login.</summary>
internal sealed record QBittorrentLogin(string Host, int Port, bool Https, bool VerifyTls, string BasePath, string Username, Secret Password)
{
    public static QBittorrentLogin Of(QBittorrentSettings settings) =>
        new(settings.Host, settings.Port, settings.Https, settings.VerifyTls, settings.BasePath, settings.Username, settings.Password);
}

/// <summary>What is known of one login: its cookie, its API version, and whether its password was refused.</summary>
internal sealed class QBittorrentSession : IDisposable
{
    /// <summary>One login at a time: several calls that find the session lost make one attempt together.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>"SID=…" or "QBT_SID_8080=…", exactly as it came; null before the login or when none is needed.</summary>
    public string? Cookie { get; set; }

    /// <summary>Grows with every login, so that an incremental poll knows that the other side forgot it.</summary>
    public int Generation { get; set; }

    public Version? ApiVersion { get; set; }

    /// <summary>The refusal of the password: it is not tried again, because five failures ban this address for an hour.</summary>
    public ServiceFault? Refused { get; set; }

    /// <summary>A ban passes by itself; null means that the refusal does not.</summary>
    public DateTimeOffset? RefusedUntil { get; set; }

    public void Dispose() => Gate.Dispose();
}

/// <summary>The one owner of all sessions. A refusal is forgotten when the saved login changes, or when a person tests.</summary>
internal sealed class QBittorrentSessions : IDisposable
{
    private const int Most = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<QBittorrentLogin, QBittorrentSession> _sessions = [];
    private readonly ISettings _settings;
    private QBittorrentLogin _saved;

    public QBittorrentSessions(ISettings settings)
    {
        _settings = settings;
        _saved = QBittorrentLogin.Of(settings.Current.QBittorrent);
        settings.Changed += OnSettingsChanged;
    }

    public QBittorrentSession For(QBittorrentLogin login)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(login, out var known))
                return known;
            if (_sessions.Count >= Most)
                _sessions.Remove(_sessions.Keys.First(key => key != _saved));
            return _sessions[login] = new QBittorrentSession();
        }
    }

    public void Dispose()
    {
        _settings.Changed -= OnSettingsChanged;
        foreach (var session in _sessions.Values)
            session.Dispose();
    }

    private void OnSettingsChanged()
    {
        var now = QBittorrentLogin.Of(_settings.Current.QBittorrent);
        lock (_lock)
        {
            if (now == _saved)
                return;
            _saved = now;
            foreach (var session in _sessions.Values)
                session.Refused = null;
        }
    }
}
