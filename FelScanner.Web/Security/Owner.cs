using System.Net;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Security;

/// <summary>What came of a password.</summary>
public abstract record PasswordCheck
{
    private PasswordCheck()
    {
    }

    public sealed record Right(string Name) : PasswordCheck;

    public sealed record Wrong : PasswordCheck;

    /// <summary>Too many wrong ones came before: it was not even looked at.</summary>
    public sealed record Wait(TimeSpan Time) : PasswordCheck;
}

/// <summary>The owner's account: made once, then only its password can change.</summary>
internal sealed class Owner(IAccounts accounts, Passwords passwords, Throttle throttle)
{
    private const int LongestName = 64;
    private volatile bool _exists;

    /// <summary>Once true, it stays true: set-up is shut for good.</summary>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancellationToken) =>
        _exists || (_exists = await accounts.AnyAsync(cancellationToken).ConfigureAwait(false));

    public async Task<string?> NameAsync(CancellationToken cancellationToken) => (await accounts.OwnerAsync(cancellationToken).ConfigureAwait(false))?.Name;

    /// <summary>A sentence when the name or the password cannot be taken, else null.</summary>
    public static string? FaultOf(string name, string password) => (name.Trim(), password) switch
    {
        ({ Length: 0 or > LongestName }, _) => $"Choose a user name of 1 to {LongestName} characters.",
        ({ } trimmed, _) when trimmed.Any(char.IsControl) => "The user name holds a character that cannot be typed.",
        (_, { Length: < Passwords.Shortest }) => $"Choose a password of at least {Passwords.Shortest} characters.",
        (_, { Length: > Passwords.Longest }) => $"Choose a password of at most {Passwords.Longest} characters.",
        _ => CommonPasswords.Holds(password, name) ? CommonPasswords.Fault : null,
    };

    /// <summary>False when somebody else made the account first.</summary>
    public async Task<bool> CreateAsync(string name, string password, CancellationToken cancellationToken)
    {
        var created = !await ExistsAsync(cancellationToken).ConfigureAwait(false)
            && await accounts.CreateOwnerAsync(name.Trim(), passwords.Hash(password), cancellationToken).ConfigureAwait(false);
        _exists = true;
        return created;
    }

    public async Task<PasswordCheck> CheckAsync(string name, string password, IPAddress? address, CancellationToken cancellationToken)
    {
        if (throttle.Take(address, name) is { } wait)
            return new PasswordCheck.Wait(wait);
        var account = await accounts.FindAsync(name.Trim(), cancellationToken).ConfigureAwait(false);
        if (!passwords.Matches(account?.PasswordHash, password) || account is null)
            return new PasswordCheck.Wrong();
        throttle.Forget(address, name);
        return new PasswordCheck.Right(account.Name);
    }

    public Task<bool> ChangePasswordAsync(string name, string password, CancellationToken cancellationToken) =>
        accounts.ChangePasswordAsync(name, passwords.Hash(password), cancellationToken);
}
