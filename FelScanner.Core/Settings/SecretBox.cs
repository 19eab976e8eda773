using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FelScanner.Core.Settings;

/// <summary>Seals texts with the data folder's key ring, so that they lie on disk unreadable and recognisable.</summary>
/// <param name="provider">The key ring.</param>
/// <param name="purpose">Texts sealed for one purpose cannot be opened for another.</param>
public sealed class SecretBox(IDataProtectionProvider provider, string purpose)
{
    /// <summary>What every sealed text begins with.</summary>
    public const string Prefix = "enc:v1:";

    private readonly IDataProtector _protector = provider.CreateProtector(purpose);

    public static bool IsSealed(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    public string Seal(string clear) => Prefix + _protector.Protect(clear);

    /// <summary>The text in clear (one that was never sealed comes back as it is); null when the key ring that sealed it is lost.</summary>
    public string? Open(string text)
    {
        if (!IsSealed(text))
            return text;
        try
        {
            return _protector.Unprotect(text[Prefix.Length..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
