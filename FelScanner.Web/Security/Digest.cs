using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FelScanner.Web.Security;

/// <summary>Random tokens, and the digests under which they are stored: 256 random bits need no slow hash.</summary>
internal static class Digest
{
    /// <summary>32 random bytes in letters that are safe in a cookie, a header and a path.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Of(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Compares in constant time; an empty expected value matches nothing.</summary>
    public static bool Same(string expected, string? given) =>
        expected.Length > 0
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given ?? "")));
}
