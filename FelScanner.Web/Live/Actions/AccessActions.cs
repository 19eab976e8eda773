using FelScanner.Core.Ports;
using FelScanner.Web.Security;

namespace FelScanner.Web.Live.Actions;

internal sealed class AccessActions(CurrentPerson current, Sessions sessions, ApiKeys keys, Owner owner, OwnerKey ownerKey) : IAccessActions
{
    private const int LongestName = 64;

    public async Task<AccessView> ViewAsync(CancellationToken cancellationToken)
    {
        var person = await current.NowAsync(cancellationToken);
        var rows = await sessions.ListAsync(cancellationToken);
        return new AccessView(
            [.. rows.Select(row => new SignedInBrowser(row.IdHash, BrowserName.Of(row.Agent), row.Ip, row.CreatedAt, row.LastSeenAt, row.IdHash == person.SessionId)).OrderByDescending(row => row.IsThis)],
            await keys.ListAsync(cancellationToken),
            person.Kind == PersonKind.Owner);
    }

    public async Task<ActionOutcome> SignOutAsync(string browserId, CancellationToken cancellationToken)
    {
        await current.NowAsync(cancellationToken);
        return await sessions.RevokeAsync(browserId, cancellationToken) ? ActionOutcome.Done("Signed out.") : new ActionOutcome(OutcomeKind.Refused, "That browser is signed out already.");
    }

    public async Task<ActionOutcome> SignOutOthersAsync(CancellationToken cancellationToken)
    {
        var person = await current.NowAsync(cancellationToken);
        return ActionOutcome.Done(await sessions.RevokeOthersAsync(person.SessionId, cancellationToken) switch
        {
            0 => "No other browser was signed in.",
            1 => "One other browser is signed out.",
            var ended => $"{ended} other browsers are signed out.",
        });
    }

    public async Task<KeyMade> AddKeyAsync(string name, ApiKeyScope scope, CancellationToken cancellationToken)
    {
        await current.NowAsync(cancellationToken);
        if (name.Trim() is not { Length: > 0 and <= LongestName } told)
            return new KeyMade(new ActionOutcome(OutcomeKind.Refused, $"Give the key a name of 1 to {LongestName} characters, such as the program that will use it."), null);
        var made = await keys.AddAsync(told, scope, cancellationToken);
        return new KeyMade(ActionOutcome.Done($"The key for {told} is made."), made.Key);
    }

    public async Task<ActionOutcome> EndKeyAsync(long id, CancellationToken cancellationToken)
    {
        await current.NowAsync(cancellationToken);
        return await keys.RevokeAsync(id, cancellationToken) ? ActionOutcome.Done("That key opens nothing any more.") : new ActionOutcome(OutcomeKind.Refused, "There is no such key.");
    }

    public async Task<ActionOutcome> ChangePasswordAsync(string before, string after, CancellationToken cancellationToken)
    {
        var person = await current.NowAsync(cancellationToken);
        if (person.Kind != PersonKind.Owner)
            return new ActionOutcome(OutcomeKind.Refused, "The demo has no account.");
        if (await ownerKey.CheckAsync(person, before, null, cancellationToken) is not PasswordCheck.Right right)
            return new ActionOutcome(OutcomeKind.Failed, "The password you have now is not that one.", "Nothing was changed.");
        if (Owner.FaultOfNext(right.Name, after) is { } fault)
            return new ActionOutcome(OutcomeKind.Refused, fault);
        await owner.ChangePasswordAsync(right.Name, after, cancellationToken);
        await sessions.RevokeOthersAsync(person.SessionId, cancellationToken);
        return ActionOutcome.Done("The password is changed. Every other browser is signed out.");
    }
}
