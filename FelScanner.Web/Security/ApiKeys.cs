using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Security;

/// <summary>A key for a program as it is shown once, when it is made.</summary>
public sealed record NewApiKey(ApiKeyRow Row, string Key);

/// <summary>The generated key of the settings, and named keys that are stored as digests.</summary>
internal sealed class ApiKeys(IAccounts accounts, ISettings settings, TimeProvider time)
{
    public const string Header = "X-Api-Key";
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    /// <summary>Null when the key opens nothing.</summary>
    public async Task<Person?> WhoAsync(string key, CancellationToken cancellationToken)
    {
        if (Digest.Same(settings.Current.Access.ApiKey.Reveal(), key))
            return new Person("API key", PersonKind.Key, MayWrite: true, SessionId: null);
        if (key.Length is 0 or > 200 || await accounts.FindKeyAsync(Digest.Of(key), cancellationToken).ConfigureAwait(false) is not { } row)
            return null;
        if (row.LastUsedAt is not { } used || time.GetUtcNow() - used > TouchEvery)
            await accounts.TouchKeyAsync(row.Id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return new Person($"API key {row.Name}", PersonKind.Key, row.Scope == ApiKeyScope.Full, SessionId: null);
    }

    public Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellationToken) => accounts.KeysAsync(cancellationToken);

    public async Task<NewApiKey> AddAsync(string name, ApiKeyScope scope, CancellationToken cancellationToken)
    {
        var key = Digest.NewToken();
        var row = await accounts.AddKeyAsync(new ApiKeyRow(0, name, Digest.Of(key), scope, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        return new NewApiKey(row, key);
    }

    public Task<bool> RevokeAsync(long id, CancellationToken cancellationToken) => accounts.RevokeKeyAsync(id, cancellationToken);
}
