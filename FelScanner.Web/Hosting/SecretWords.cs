using System.Text;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Hosting;

/// <summary>
/// The second wall before the logs: every secret that was ever in force since the start, in the spellings it may travel in.
/// The first wall is the <see cref="Secret"/> type itself; this one catches what a library prints by itself.
/// </summary>
public sealed class SecretWords
{
    // A shorter word would blot out ordinary text.
    private const int ShortestWord = 5;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private volatile string[] _words = [];

    /// <summary>Remembers the secrets of these settings; those of earlier settings stay hidden.</summary>
    public void Learn(FelSettings settings) => Learn(SecretsOf(settings));

    /// <summary>Remembers further words that must never be printed.</summary>
    public void Learn(IEnumerable<string> secrets)
    {
        lock (_lock)
        {
            foreach (var word in secrets.SelectMany(Spellings).Where(word => word.Length >= ShortestWord))
                _known.Add(word);
            _words = [.. _known.OrderByDescending(word => word.Length)];
        }
    }

    public string Hide(string text)
    {
        foreach (var word in _words)
            text = text.Replace(word, Secret.Mask, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static IEnumerable<string> SecretsOf(FelSettings settings)
    {
        Secret[] secrets =
        [
            settings.Plex.Token, settings.Radarr.ApiKey, settings.QBittorrent.Password, settings.Telegram.Token, settings.Telegram.WebhookSecret,
            settings.IpTorrents.Uid, settings.IpTorrents.Pass, settings.IpTorrents.CfClearance, settings.IpTorrents.RssUrl,
            settings.Access.ApiKey, settings.Running.WebhookSecret, .. settings.More.Feeds.Select(feed => feed.ApiKey),
        ];
        return secrets.Where(secret => secret.IsSet).Select(secret => secret.Reveal())
            .Concat(PassKeysIn(settings.IpTorrents.RssUrl.Reveal()))
            .Concat(settings.More.Feeds.SelectMany(feed => PassKeysIn(feed.Url)));
    }

    /// <summary>Trackers put pass keys into paths and queries, and a library may print only that part of the address.</summary>
    private static IEnumerable<string> PassKeysIn(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
            ? url.PathAndQuery.Split('/', '?', '&', ';', '=').Where(part => part.Length >= 16 && part.Any(char.IsAsciiDigit))
            : [];

    private static IEnumerable<string> Spellings(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
        System.Text.Json.JsonEncodedText.Encode(secret).ToString(),
        // As the console's JSON writes it.
        secret.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
    ];
}
