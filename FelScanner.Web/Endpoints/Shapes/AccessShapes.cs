using FelScanner.Core.Ports;

namespace FelScanner.Web.Endpoints.Shapes;

internal sealed record AntiforgeryShape(string Header, string Token);

/// <summary>A signed-in browser; <c>Id</c> is a digest that opens nothing.</summary>
internal sealed record SessionShape(string Id, bool Current, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? Agent)
{
    public static SessionShape Of(SessionRow row, string? current) => new(row.IdHash, row.IdHash == current, row.CreatedAt, row.LastSeenAt, row.Ip, row.Agent);
}

/// <summary>A named key without the key. <c>Access</c>: read or full.</summary>
internal sealed record ApiKeyShape(long Id, string Name, string Access, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public static ApiKeyShape Of(ApiKeyRow row) => new(row.Id, row.Name, row.Scope == ApiKeyScope.Full ? "full" : "read", row.CreatedAt, row.LastUsedAt);
}

/// <summary>A new key: the only time it is told.</summary>
internal sealed record NewApiKeyShape(long Id, string Name, string Access, string Key);

internal sealed record NewApiKeyBody(string? Name, string? Access);

internal sealed record PasswordBody(string? Password);

internal sealed record NewPasswordBody(string? Password, string? NewPassword);

internal sealed record KeyShape(string ApiKey);

internal sealed record WebhookAddressShape(string Plex, string Radarr);

internal sealed record RevokedShape(int Revoked);
