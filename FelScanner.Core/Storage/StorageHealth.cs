using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Looks at the data folder while the program runs.</summary>
internal sealed class StorageHealth(DataFolder folder, FelDatabase database, RequestText text) : IStorageHealth
{
    public long? FreeBytes()
    {
        try
        {
            return new DriveInfo(folder.Path).AvailableFreeSpace;
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Some mounts do not say; that is no fault of the folder.
            return null;
        }
    }

    public Task<IReadOnlyList<string>> UnreadableAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(async context =>
        {
            RequestStatus[] open = [.. Enum.GetValues<RequestStatus>().Where(status => !status.IsOver())];
            var rows = await context.Requests.Where(row => open.Contains(row.Status)).Select(row => new { row.RequestId, row.DownloadData }).ToListAsync(cancellationToken);
            return [.. rows.Where(row => text.Read(row.DownloadData) is null).Select(row => row.RequestId)];
        }, cancellationToken);

    /// <remarks>The pragma as a function takes a table's name, not a count: the sentences are cut here.</remarks>
    public async Task<string?> DamageAsync(CancellationToken cancellationToken)
    {
        var verdict = await database.ReadAsync(
            context => context.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check LIMIT 5").ToListAsync(cancellationToken), cancellationToken);
        return verdict is ["ok"] ? null : string.Join("; ", verdict);
    }
}
