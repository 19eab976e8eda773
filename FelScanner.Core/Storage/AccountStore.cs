using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>The owner, the owner's sessions, keys for programs.</summary>
internal sealed class AccountStore(FelDatabase database, TimeProvider clock) : IAccounts
{
    public Task<bool> AnyAsync(CancellationToken cancellationToken) => database.ReadAsync(context => context.Accounts.AnyAsync(cancellationToken), cancellationToken);

    public Task<bool> CreateOwnerAsync(string name, string passwordHash, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            if (await context.Accounts.AnyAsync(cancellationToken))
                return false;
            var now = clock.GetUtcNow();
            context.Accounts.Add(new AccountRow { Id = AccountRow.OwnerId, Name = name, PasswordHash = passwordHash, CreatedAt = now, ChangedAt = now });
            return true;
        }, cancellationToken);

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken) =>
        await OwnerAsync(cancellationToken) is { } owner && string.Equals(owner.Name, name, StringComparison.OrdinalIgnoreCase) ? owner : null;

    public Task<Account?> OwnerAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Accounts.Select(row => new Account(row.Name, row.PasswordHash, row.CreatedAt, row.ChangedAt)).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    public Task<bool> ChangePasswordAsync(string name, string passwordHash, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            if (await context.Accounts.SingleOrDefaultAsync(cancellationToken) is not { } owner || !string.Equals(owner.Name, name, StringComparison.OrdinalIgnoreCase))
                return false;
            owner.PasswordHash = passwordHash;
            owner.ChangedAt = clock.GetUtcNow();
            return true;
        }, cancellationToken);

    public Task AddSessionAsync(SessionRow session, CancellationToken cancellationToken) =>
        database.WriteAsync(context => Task.FromResult(context.Sessions.Add(new SessionEntryRow
        {
            IdHash = session.IdHash,
            CreatedAt = session.CreatedAt,
            LastSeenAt = session.LastSeenAt,
            Ip = session.Ip,
            Agent = session.Agent,
        }).Entity), cancellationToken);

    public Task<SessionRow?> FindSessionAsync(string idHash, CancellationToken cancellationToken) =>
        database.ReadAsync(context => Sessions(context.Sessions.Where(row => row.IdHash == idHash)).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    public Task TouchSessionAsync(string idHash, DateTimeOffset at, string? ip, CancellationToken cancellationToken) =>
        database.WriteAsync(
            context => context.Sessions.Where(row => row.IdHash == idHash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, at).SetProperty(row => row.Ip, row => ip ?? row.Ip), cancellationToken), cancellationToken);

    public Task<bool> RevokeSessionAsync(string idHash, CancellationToken cancellationToken) =>
        database.WriteAsync(async context => await context.Sessions.Where(row => row.IdHash == idHash).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);

    public Task<int> RevokeOtherSessionsAsync(string? idHash, CancellationToken cancellationToken) =>
        database.WriteAsync(context => context.Sessions.Where(row => idHash == null || row.IdHash != idHash).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<SessionRow>> SessionsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SessionRow>>(
            async context => await Sessions(context.Sessions.OrderByDescending(row => row.LastSeenAt)).ToListAsync(cancellationToken), cancellationToken);

    public Task<ApiKeyRow> AddKeyAsync(ApiKeyRow key, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            var row = new ApiKeyEntryRow { Name = key.Name, Hash = key.Hash, Scope = key.Scope, CreatedAt = key.CreatedAt, LastUsedAt = key.LastUsedAt };
            context.ApiKeys.Add(row);
            await context.SaveChangesAsync(cancellationToken);
            return key with { Id = row.Id };
        }, cancellationToken);

    public Task<ApiKeyRow?> FindKeyAsync(string hash, CancellationToken cancellationToken) =>
        database.ReadAsync(context => Keys(context.ApiKeys.Where(row => row.Hash == hash)).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    public Task<bool> RevokeKeyAsync(long id, CancellationToken cancellationToken) =>
        database.WriteAsync(async context => await context.ApiKeys.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);

    public Task<IReadOnlyList<ApiKeyRow>> KeysAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ApiKeyRow>>(async context => await Keys(context.ApiKeys.OrderBy(row => row.Id)).ToListAsync(cancellationToken), cancellationToken);

    public Task TouchKeyAsync(long id, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync(context => context.ApiKeys.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, at), cancellationToken), cancellationToken);

    private static IQueryable<SessionRow> Sessions(IQueryable<SessionEntryRow> rows) =>
        rows.Select(row => new SessionRow(row.IdHash, row.CreatedAt, row.LastSeenAt, row.Ip, row.Agent));

    private static IQueryable<ApiKeyRow> Keys(IQueryable<ApiKeyEntryRow> rows) =>
        rows.Select(row => new ApiKeyRow(row.Id, row.Name, row.Hash, row.Scope, row.CreatedAt, row.LastUsedAt));
}
