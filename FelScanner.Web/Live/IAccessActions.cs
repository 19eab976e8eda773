using FelScanner.Core.Ports;

namespace FelScanner.Web.Live;

/// <summary>A signed-in browser as the page lists it. <paramref name="Id"/> is a digest that opens nothing.</summary>
public sealed record SignedInBrowser(string Id, string Name, string? Address, DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt, bool IsThis);

/// <summary>Who may come in now.</summary>
public sealed record AccessView(IReadOnlyList<SignedInBrowser> Browsers, IReadOnlyList<ApiKeyRow> Keys, bool HasAccount);

/// <summary>A new key, told this once; null when it was refused.</summary>
public sealed record KeyMade(ActionOutcome Outcome, string? Key);

/// <summary>What the owner does about who may come in. Every call asks first whether the one at the page may still.</summary>
public interface IAccessActions
{
    Task<AccessView> ViewAsync(CancellationToken cancellationToken);

    Task<ActionOutcome> SignOutAsync(string browserId, CancellationToken cancellationToken);

    Task<ActionOutcome> SignOutOthersAsync(CancellationToken cancellationToken);

    Task<KeyMade> AddKeyAsync(string name, ApiKeyScope scope, CancellationToken cancellationToken);

    Task<ActionOutcome> EndKeyAsync(long id, CancellationToken cancellationToken);

    /// <summary>A new password after the old one; every other browser is signed out.</summary>
    Task<ActionOutcome> ChangePasswordAsync(string before, string after, CancellationToken cancellationToken);
}
