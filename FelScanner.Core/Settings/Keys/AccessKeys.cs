using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

internal static class AccessKeys
{
    private static readonly KeyGroup Access = new("access", SettingsCatalogue.Access);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Access.Secret("api_key", "API key", "The key for other programs (header X-Api-Key); made at the first start.", (s, v) => s with { Access = s.Access with { ApiKey = v } }),
        Access.Text("base_path", "", "Base path", "The path under which a reverse proxy serves this program, for example /felscanner; counts from the next start.", (s, v) => s with { Access = s.Access with { BasePath = v } }, TextRules.BasePath, tidy: TextRules.WithoutEndingSlash),
        Access.Url("public_url", "", "Public address", "The address of this program for links in messages.", (s, v) => s with { Access = s.Access with { PublicUrl = v } }),
        Access.Texts("trusted_proxies", [], "Trusted proxies", "Addresses or ranges of the reverse proxies whose forwarded headers are believed.", (s, v) => s with { Access = s.Access with { TrustedProxies = v } }, TextRules.Proxy),
        Access.Text("proxy_user_header", "", "Sign-in by the proxy", "The header in which a trusted proxy names the person it has signed in, for example Remote-User; empty means none is believed.", (s, v) => s with { Access = s.Access with { ProxyUserHeader = v } }, TextRules.Header),
    ];
}
