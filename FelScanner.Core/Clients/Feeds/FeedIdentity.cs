using System.Security.Cryptography;
using System.Text;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>A feed's identity: type, address and search, without what is secret, so that a new key is not a new feed.</summary>
internal static class FeedIdentity
{
    private static readonly string[] Secrets = ["apikey", "api_key", "passkey", "torrent_pass", "tp", "u", "authkey", "auth", "rsskey", "token", "key", "pid", "uid", "pass"];

    public static string Of(string type, IEnumerable<string> addresses, IEnumerable<string> searches)
    {
        var text = $"{type}\n{string.Join('\n', addresses.Select(Plain))}\n{string.Join('\n', searches.Select(s => s.Trim()).Order(StringComparer.Ordinal))}";
        return $"{type}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))}";
    }

    /// <summary>The address without the values of secret parameters, whether they are parted by "&amp;" or by ";".</summary>
    internal static string Plain(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        if (at < 0)
            return address.TrimEnd('/');
        var kept = address[(at + 1)..].Split('&', ';').Where(part => !Secrets.Contains(part.Split('=')[0], StringComparer.OrdinalIgnoreCase));
        return $"{address[..at].TrimEnd('/')}?{string.Join('&', kept)}";
    }
}
