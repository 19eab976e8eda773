using System.Net;
using System.Text.Json;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Security;

/// <summary>The generated API key: the signed-in owner may see and renew it after typing the password again.</summary>
internal sealed class OwnerKey(Owner owner, ISettings settings)
{
    private const string Key = "api_key";

    /// <summary>The demo has no account and no secret, so it asks nothing.</summary>
    public async Task<PasswordCheck> CheckAsync(Person? person, string password, IPAddress? address, CancellationToken cancellationToken) => person switch
    {
        { Kind: PersonKind.Demo } => new PasswordCheck.Right(person.Name),
        // There is one account: its own name counts, whatever the page calls the person.
        { Kind: PersonKind.Owner } => await owner.CheckAsync(await owner.NameAsync(cancellationToken).ConfigureAwait(false) ?? person.Name, password, address, cancellationToken).ConfigureAwait(false),
        _ => new PasswordCheck.Wrong(),
    };

    public string Reveal() => settings.Current.Access.ApiKey.Reveal();

    /// <summary>Null when it was done, else a sentence: the environment fixes the key.</summary>
    public async Task<string?> RegenerateAsync(CancellationToken cancellationToken)
    {
        if (settings.Locked.TryGetValue(Key, out var variable))
            return $"The key is fixed by {variable}: change it there.";
        var saved = await settings.SaveAsync(new Dictionary<string, JsonElement> { [Key] = JsonSerializer.SerializeToElement(Digest.NewToken()) }, cancellationToken).ConfigureAwait(false);
        return saved.IsValid ? null : saved.Errors.Values.First()[0];
    }
}
