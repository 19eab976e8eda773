using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Plex;

/// <summary>Collections of the owner's Plex. A smart one makes its own members and is never changed.</summary>
internal sealed class PlexCollections(ISettings settings, PlexClient client, PlexPages pages) : IPlexCollections
{
    /// <summary>Members named in one address.</summary>
    private const int Batch = 50;

    private PlexSettings Now => settings.Current.Plex;

    public async Task<PlexCollection?> FindAsync(PlexSection section, string title, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.ReadAsync(Now, $"library/sections/{Addresses.Escape(section.Key)}/collections", cancellationToken))
        {
            foreach (var item in page.Metadata ?? [])
            {
                if (item.RatingKey is { Length: > 0 } key && string.Equals(item.Title, title, StringComparison.OrdinalIgnoreCase))
                    return new PlexCollection(key, item.Title!, item.Smart ?? false);
            }
        }

        return null;
    }

    public async Task<IReadOnlyList<string>> MembersAsync(PlexCollection collection, CancellationToken cancellationToken)
    {
        List<string> members = [];
        await foreach (var page in pages.ReadAsync(Now, $"library/collections/{Addresses.Escape(collection.Key)}/items", cancellationToken))
            members.AddRange((page.Metadata ?? []).Select(item => item.RatingKey).OfType<string>());
        return members;
    }

    public async Task<PlexCollection> CreateAsync(PlexSection section, string title, IReadOnlyList<string> filmKeys, CancellationToken cancellationToken)
    {
        var query = $"type={PlexClient.MovieType}&title={Addresses.Escape(title)}&smart=0&sectionId={Addresses.Escape(section.Key)}";
        var uri = await UriAsync([.. filmKeys.Take(Batch)], cancellationToken);
        var reply = await client.DoAsync(Now, HttpMethod.Post, $"library/collections?{query}&uri={uri}", cancellationToken);
        var made = reply.Body.Length > 0 && client.Container(reply).Metadata is [{ RatingKey: { Length: > 0 } key }, ..]
            ? new PlexCollection(key, title, false)
            : await FindAsync(section, title, cancellationToken);
        if (made is null)
            throw new ServiceFault("plex", FaultKind.BadAnswer, $"Plex did not create the collection “{title}”.", "Look into Plex's own log.");
        if (filmKeys.Count > Batch)
            await AddAsync(made, [.. filmKeys.Skip(Batch)], cancellationToken);
        return made;
    }

    public async Task AddAsync(PlexCollection collection, IReadOnlyList<string> filmKeys, CancellationToken cancellationToken)
    {
        RefuseSmart(collection);
        foreach (var batch in filmKeys.Chunk(Batch))
        {
            var uri = await UriAsync(batch, cancellationToken);
            await client.DoAsync(Now, HttpMethod.Put, $"library/collections/{Addresses.Escape(collection.Key)}/items?uri={uri}", cancellationToken);
        }
    }

    public Task RemoveAsync(PlexCollection collection, string filmKey, CancellationToken cancellationToken)
    {
        RefuseSmart(collection);
        return client.DoAsync(Now, HttpMethod.Delete, $"library/collections/{Addresses.Escape(collection.Key)}/items/{Addresses.Escape(filmKey)}", cancellationToken);
    }

    private static void RefuseSmart(PlexCollection collection)
    {
        if (collection.Smart)
            throw new ServiceFault("plex", FaultKind.Refused, $"“{collection.Title}” is a smart collection, which makes its own members.", "Choose another collection name, or delete the smart one in Plex.");
    }

    private async Task<string> UriAsync(IReadOnlyList<string> filmKeys, CancellationToken cancellationToken)
    {
        var machine = (await client.IdentityAsync(Now, Patience.Normal, cancellationToken)).MachineIdentifier;
        return Addresses.Escape($"server://{machine}/com.plexapp.plugins.library/library/metadata/{string.Join(',', filmKeys)}");
    }
}
