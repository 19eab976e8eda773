using FelScanner.Core.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace FelScanner.Core.Storage;

/// <summary>Addresses of torrents as they lie on disk: sealed, because they may carry a pass key or a feed's API key.</summary>
internal sealed class SealedAddress(IDataProtectionProvider provider)
{
    private readonly SecretBox _box = new(provider, "FelScanner.Addresses");

    public string? Seal(string? address) => string.IsNullOrEmpty(address) ? null : _box.Seal(address);

    /// <summary>Null also when the key ring that sealed it is lost: the next reading of the feed brings it again.</summary>
    public string? Open(string? text) => text is null ? null : _box.Open(text);

    /// <summary>What of an address may be read by anybody: no user, no query.</summary>
    public static string? Public(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path, UriFormat.UriEscaped) : null;
}
