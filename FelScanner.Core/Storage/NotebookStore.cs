using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Small facts across restarts.</summary>
internal sealed class NotebookStore(FelDatabase database) : INotebook
{
    public Task<string?> ReadAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Notes.Where(row => row.Key == key).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    public Task WriteAsync(string key, string? value, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            if (value is null)
                await context.Notes.Where(row => row.Key == key).ExecuteDeleteAsync(cancellationToken);
            else
                await WriteAsync(context, key, value, cancellationToken);
            return true;
        }, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> AllAsync(string prefix, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, string>>(
            async context => await context.Notes.Where(row => row.Key.StartsWith(prefix)).ToDictionaryAsync(row => row.Key, row => row.Value, cancellationToken), cancellationToken);

    internal static async Task WriteAsync(FelDbContext context, string key, string value, CancellationToken cancellationToken)
    {
        if (await context.Notes.FindAsync([key], cancellationToken) is { } row)
            row.Value = value;
        else
            context.Notes.Add(new NoteRow { Key = key, Value = value });
    }
}
