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
internal sealed class Owner(IAccounts accounts, Passwords passwords, Throttle throttle, INotebook notebook)
{
    private const string CommonNote = "owner.password_is_common";
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
        _ => null,
    };

    /// <summary>The same of a password that takes an older one's place: here it may not be one that is tried first.</summary>
    public static string? FaultOfNext(string name, string password) => FaultOf(name, password) ?? (CommonPasswords.Holds(password, name) ? CommonPasswords.Fault : null);

    /// <summary>The last password that was seen to be right is one of those that are tried first. It was taken, because who sets a house up at night shall come in.</summary>
    public async Task<bool> HasCommonPasswordAsync(CancellationToken cancellationToken) =>
        await notebook.ReadAsync(CommonNote, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>False when somebody else made the account first.</summary>
    public async Task<bool> CreateAsync(string name, string password, CancellationToken cancellationToken)
    {
        var created = !await ExistsAsync(cancellationToken).ConfigureAwait(false)
            && await accounts.CreateOwnerAsync(name.Trim(), passwords.Hash(password), cancellationToken).ConfigureAwait(false);
        _exists = true;
        if (created)
            await NoteAsync(name, password, cancellationToken).ConfigureAwait(false);
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
        await NoteAsync(account.Name, password, cancellationToken).ConfigureAwait(false);
        return new PasswordCheck.Right(account.Name);
    }

    public async Task<bool> ChangePasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        var changed = await accounts.ChangePasswordAsync(name, passwords.Hash(password), cancellationToken).ConfigureAwait(false);
        if (changed)
            await NoteAsync(name, password, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    private async Task NoteAsync(string name, string password, CancellationToken cancellationToken)
    {
        var isCommon = CommonPasswords.Holds(password, name);
        if (isCommon != await HasCommonPasswordAsync(cancellationToken).ConfigureAwait(false))
            await notebook.WriteAsync(CommonNote, isCommon ? "yes" : null, cancellationToken).ConfigureAwait(false);
    }
}
