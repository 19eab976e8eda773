namespace FelScanner.Core.Ports;

/// <summary>The owner's account. <paramref name="PasswordHash"/> is whatever the password hasher wrote.</summary>
public sealed record Account(string Name, string PasswordHash, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);

/// <summary>One signed-in browser. <paramref name="IdHash"/> is a digest of the cookie's id, never the id itself.</summary>
public sealed record SessionRow(string IdHash, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Ip, string? Agent);

public enum ApiKeyScope
{
    Read,
    Full,
}

/// <summary>An API key for another program. <paramref name="Hash"/> is a digest of the key, never the key itself.</summary>
public sealed record ApiKeyRow(long Id, string Name, string Hash, ApiKeyScope Scope, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt = null);

/// <summary>Who may come in: one owner, the owner's sessions, and keys for programs.</summary>
public interface IAccounts
{
    /// <summary>True once there is an owner: set-up is shut for good.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>False when there is an owner already; of two at once, one wins.</summary>
    Task<bool> CreateOwnerAsync(string name, string passwordHash, CancellationToken cancellationToken);

    /// <summary>The account with this name, compared without case.</summary>
    Task<Account?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>The owner; null before set-up.</summary>
    Task<Account?> OwnerAsync(CancellationToken cancellationToken);

    /// <summary>False when there is no such account.</summary>
    Task<bool> ChangePasswordAsync(string name, string passwordHash, CancellationToken cancellationToken);

    Task AddSessionAsync(SessionRow session, CancellationToken cancellationToken);

    /// <summary>Null when it was never opened or was revoked.</summary>
    Task<SessionRow?> FindSessionAsync(string idHash, CancellationToken cancellationToken);

    Task TouchSessionAsync(string idHash, DateTimeOffset at, string? ip, CancellationToken cancellationToken);

    Task<bool> RevokeSessionAsync(string idHash, CancellationToken cancellationToken);

    /// <summary>Ends every session but this one (null: every one); returns how many.</summary>
    Task<int> RevokeOtherSessionsAsync(string? idHash, CancellationToken cancellationToken);

    /// <summary>Open sessions, last seen first.</summary>
    Task<IReadOnlyList<SessionRow>> SessionsAsync(CancellationToken cancellationToken);

    /// <summary>Stores a key (its id is ignored) and returns it with its id.</summary>
    Task<ApiKeyRow> AddKeyAsync(ApiKeyRow key, CancellationToken cancellationToken);

    Task<ApiKeyRow?> FindKeyAsync(string hash, CancellationToken cancellationToken);

    Task<bool> RevokeKeyAsync(long id, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApiKeyRow>> KeysAsync(CancellationToken cancellationToken);

    Task TouchKeyAsync(long id, DateTimeOffset at, CancellationToken cancellationToken);
}
