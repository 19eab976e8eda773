using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class AccountStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_who_want_to_be_the_owner_one_is()
    {
        await using var database = await TestDatabase.CreateAsync();

        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => database.Accounts.CreateOwnerAsync($"owner {n}", "hash", Token), Token)));

        Assert.Single(created, done => done);
        Assert.True(await database.Accounts.AnyAsync(Token));
    }

    [Fact]
    public async Task The_owner_is_found_without_case_and_may_change_the_password()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        await database.Accounts.CreateOwnerAsync("Ada", "old", Token);

        var changed = await database.Accounts.ChangePasswordAsync("ada", "new", Token);

        Assert.True(changed);
        Assert.Equal(new Account("Ada", "new", A.Noon, A.Noon), await database.Accounts.FindAsync("ADA", Token));
        Assert.Null(await database.Accounts.FindAsync("Eve", Token));
    }

    [Fact]
    public async Task A_revoked_session_is_gone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var session = new SessionRow("hash", A.Noon, A.Noon, "127.0.0.1", "Browser");
        await database.Accounts.AddSessionAsync(session, Token);
        await database.Accounts.AddSessionAsync(session with { IdHash = "other" }, Token);

        await database.Accounts.TouchSessionAsync("hash", A.Noon.AddHours(1), null, Token);
        var touched = await database.Accounts.FindSessionAsync("hash", Token);
        var revoked = await database.Accounts.RevokeSessionAsync("hash", Token);

        Assert.Equal(session with { LastSeenAt = A.Noon.AddHours(1) }, touched);
        Assert.True(revoked);
        Assert.Null(await database.Accounts.FindSessionAsync("hash", Token));
        Assert.Equal(["other"], (await database.Accounts.SessionsAsync(Token)).Select(row => row.IdHash));
    }

    [Fact]
    public async Task All_other_sessions_end_together()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var hash in new[] { "a", "b", "c" })
            await database.Accounts.AddSessionAsync(new SessionRow(hash, A.Noon, A.Noon, null, null), Token);

        var ended = await database.Accounts.RevokeOtherSessionsAsync("b", Token);

        Assert.Equal(2, ended);
        Assert.Equal("b", (await database.Accounts.SessionsAsync(Token)).Single().IdHash);
    }

    [Fact]
    public async Task A_key_is_found_by_its_hash_until_it_is_revoked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var key = await database.Accounts.AddKeyAsync(new ApiKeyRow(0, "Homepage", "hash", ApiKeyScope.Read, A.Noon), Token);

        await database.Accounts.TouchKeyAsync(key.Id, A.Noon.AddHours(1), Token);
        var found = await database.Accounts.FindKeyAsync("hash", Token);
        await database.Accounts.RevokeKeyAsync(key.Id, Token);

        Assert.Equal(key with { LastUsedAt = A.Noon.AddHours(1) }, found);
        Assert.Empty(await database.Accounts.KeysAsync(Token));
    }
}
