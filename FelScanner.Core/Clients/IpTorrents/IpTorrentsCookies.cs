using System.Collections.Concurrent;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>
/// The session as the site renews it. It belongs to the settings it began with and is kept in memory alone:
/// the settings file holds secrets encrypted, and a renewed session is worth no less.
/// </summary>
internal sealed class IpTorrentsCookies
{
    private readonly ConcurrentDictionary<(Secret Uid, Secret Pass, Secret Clearance, string UserAgent), Jar> _jars = new();

    public Jar For(IpTorrentsSettings settings)
    {
        var key = (settings.Uid, settings.Pass, settings.CfClearance, settings.UserAgent);
        if (_jars.Count > 8 && !_jars.ContainsKey(key))
            _jars.Clear();
        return _jars.GetOrAdd(key, _ => new Jar(settings));
    }

    /// <summary>The cookies and the browser name that go together.</summary>
    internal sealed class Jar
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
        private string _userAgent;

        public Jar(IpTorrentsSettings settings)
        {
            Put("uid", settings.Uid.Reveal());
            Put("pass", settings.Pass.Reveal());
            Put("cf_clearance", settings.CfClearance.Reveal());
            _userAgent = settings.UserAgent.Trim();
        }

        public string UserAgent
        {
            get
            {
                lock (_lock)
                    return _userAgent.Length > 0 ? _userAgent : "Mozilla/5.0 (compatible; FelScanner/0.1)";
            }
        }

        public IReadOnlyList<(string Name, string Value)> All
        {
            get
            {
                lock (_lock)
                    return [.. _cookies.Select(c => (c.Key, c.Value))];
            }
        }

        public string Header => string.Join("; ", All.Select(c => $"{c.Name}={c.Value}"));

        /// <summary>Keeps what an accepted page set; a cookie that is taken away is a logout and is left to the page to show.</summary>
        public void Learn(Reply reply)
        {
            foreach (var set in reply.AllOf("Set-Cookie"))
            {
                var pair = set.Split(';')[0].Split('=', 2);
                var isGone = set.Contains("max-age=0", StringComparison.OrdinalIgnoreCase) || set.Contains("1970", StringComparison.Ordinal);
                if (pair.Length == 2 && !isGone && pair[1].Trim() is { Length: > 0 } value && value != "deleted")
                    Keep([(pair[0].Trim(), value)], null);
            }
        }

        public void Keep(IEnumerable<(string Name, string Value)> cookies, string? userAgent)
        {
            lock (_lock)
            {
                foreach (var (name, value) in cookies)
                    Put(name, value);
                if (userAgent is { Length: > 0 })
                    _userAgent = userAgent;
            }
        }

        private void Put(string name, string value)
        {
            // A line break in a cookie would be a header of its own.
            if (name.Length > 0 && value.Length > 0 && !value.Any(char.IsControl) && !value.Contains(';', StringComparison.Ordinal))
                _cookies[name] = value.Trim();
        }
    }
}
