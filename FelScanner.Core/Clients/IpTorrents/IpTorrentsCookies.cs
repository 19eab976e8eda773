using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>A renewed session as it lies in the notebook, sealed. It belongs to the cookies that the owner typed: other ones begin anew.</summary>
internal sealed record KeptSession(string BegunWith, IReadOnlyDictionary<string, string> Cookies, string UserAgent);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KeptSession))]
internal sealed partial class KeptSessionContext : JsonSerializerContext;

/// <summary>The session as the site renews it, kept across restarts. It belongs to the settings it began with.</summary>
internal sealed class IpTorrentsCookies(INotebook notebook, IDataProtectionProvider protection)
{
    private const string Note = "iptorrents.session";

    private readonly SecretBox _box = new(protection, "FelScanner.Sessions");
    private readonly ConcurrentDictionary<string, Jar> _jars = new();

    public async Task<Jar> ForAsync(IpTorrentsSettings settings, CancellationToken cancellationToken)
    {
        var begun = BegunWith(settings);
        if (_jars.TryGetValue(begun, out var jar))
            return jar;
        if (_jars.Count > 8)
            _jars.Clear();
        var fresh = new Jar(settings);
        if (await KeptAsync(cancellationToken) is { } kept && kept.BegunWith == begun)
            fresh.Keep(kept.Cookies.Select(cookie => (cookie.Key, cookie.Value)), kept.UserAgent);
        return _jars.GetOrAdd(begun, fresh);
    }

    /// <summary>Keeps what an accepted page set, in memory and on disk.</summary>
    public async Task LearnAsync(IpTorrentsSettings settings, Reply reply, CancellationToken cancellationToken)
    {
        var jar = await ForAsync(settings, cancellationToken);
        if (jar.Learn(reply))
            await WriteAsync(settings, jar, cancellationToken);
    }

    public async Task KeepAsync(IpTorrentsSettings settings, IEnumerable<(string Name, string Value)> cookies, string? userAgent, CancellationToken cancellationToken)
    {
        var jar = await ForAsync(settings, cancellationToken);
        if (jar.Keep(cookies, userAgent))
            await WriteAsync(settings, jar, cancellationToken);
    }

    private Task WriteAsync(IpTorrentsSettings settings, Jar jar, CancellationToken cancellationToken)
    {
        var kept = new KeptSession(BegunWith(settings), jar.All.ToDictionary(cookie => cookie.Name, cookie => cookie.Value), jar.UserAgent);
        return notebook.WriteAsync(Note, _box.Seal(JsonSerializer.Serialize(kept, KeptSessionContext.Default.KeptSession)), cancellationToken);
    }

    private async Task<KeptSession?> KeptAsync(CancellationToken cancellationToken) =>
        await notebook.ReadAsync(Note, cancellationToken) is { } text && _box.Open(text) is { } clear ? JsonSerializer.Deserialize(clear, KeptSessionContext.Default.KeptSession) : null;

    private static string BegunWith(IpTorrentsSettings settings) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', settings.Uid.Reveal(), settings.Pass.Reveal(), settings.CfClearance.Reveal(), settings.UserAgent.Trim()))));

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

        /// <summary>True when something changed. A cookie that is taken away is a logout and is left to the page to show.</summary>
        public bool Learn(Reply reply)
        {
            var changed = false;
            foreach (var set in reply.AllOf("Set-Cookie"))
            {
                var pair = set.Split(';')[0].Split('=', 2);
                var isGone = set.Contains("max-age=0", StringComparison.OrdinalIgnoreCase) || set.Contains("1970", StringComparison.Ordinal);
                if (pair.Length == 2 && !isGone && pair[1].Trim() is { Length: > 0 } value && value != "deleted")
                    changed |= Keep([(pair[0].Trim(), value)], null);
            }

            return changed;
        }

        public bool Keep(IEnumerable<(string Name, string Value)> cookies, string? userAgent)
        {
            lock (_lock)
            {
                var changed = userAgent is { Length: > 0 } && userAgent != _userAgent;
                foreach (var (name, value) in cookies)
                    changed |= Put(name, value);
                if (userAgent is { Length: > 0 })
                    _userAgent = userAgent;
                return changed;
            }
        }

        private bool Put(string name, string value)
        {
            // A line break in a cookie would be a header of its own.
            if (name.Length == 0 || value.Length == 0 || value.Any(char.IsControl) || value.Contains(';', StringComparison.Ordinal) || _cookies.GetValueOrDefault(name) == value.Trim())
                return false;
            _cookies[name] = value.Trim();
            return true;
        }
    }
}
