using System.Runtime.CompilerServices;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Plex;

/// <summary>The owner's films as Plex lists and describes them.</summary>
internal sealed class PlexLibrary(ISettings settings, PlexClient client, PlexPages pages, PlexBatches batches, PlexChanges changes) : IPlexLibrary
{
    private PlexSettings Now => settings.Current.Plex;

    public async Task<IReadOnlyList<PlexSection>> SectionsAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var all = await client.SectionsAsync(now, Patience.Normal, cancellationToken);
        var chosen = PlexChoice.Of(all, now.LibraryNames);
        // An empty answer would look like an empty library, and every film would be forgotten.
        return chosen.Sections.Count > 0 ? chosen.Sections : throw chosen.NothingFault(all);
    }

    public async IAsyncEnumerable<IReadOnlyList<PlexListing>> ListAsync(PlexSection section, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = $"library/sections/{Addresses.Escape(section.Key)}/all?type={PlexClient.MovieType}&includeGuids=1";
        await foreach (var page in pages.ReadAsync(Now, path, cancellationToken))
        {
            yield return
            [
                .. (page.Metadata ?? []).Where(item => item.RatingKey is { Length: > 0 }).Select(item => new PlexListing(
                    item.RatingKey!, section.Key, section.Title, item.Title ?? "", PlexReading.Fingerprint(item), page.TotalSize ?? page.Size ?? 0)),
            ];
        }
    }

    public IAsyncEnumerable<PlexBatch> DetailsAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        batches.ReadAsync(Now, keys, cancellationToken);

    public async Task<bool> ScanFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var now = Now;
        var best = (await client.SectionsAsync(now, Patience.Normal, cancellationToken))
            .SelectMany(section => section.Folders.Select(root => (section.Key, Root: root)))
            .Where(place => PathMapper.Covers(place.Root, folder))
            .OrderByDescending(place => place.Root.Length)
            .FirstOrDefault();
        if (best.Key is null)
            return false;
        await client.DoAsync(now, HttpMethod.Get, $"library/sections/{Addresses.Escape(best.Key)}/refresh?path={Addresses.Escape(folder)}", cancellationToken);
        return true;
    }

    public async Task<Poster?> PosterAsync(string key, CancellationToken cancellationToken)
    {
        var reply = await client.PictureAsync(Now, $"library/metadata/{Addresses.Escape(key)}/thumb", cancellationToken);
        return reply switch
        {
            { Status: 404 } => null,
            { IsSuccess: false } => throw client.Fault(reply),
            { MediaType: { } type } when type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml" && reply.Body.Length > 0 =>
                new Poster(reply.Body, type),
            _ => null,
        };
    }

    public IAsyncEnumerable<string> ChangesAsync(CancellationToken cancellationToken) => changes.ReadAsync(Now, cancellationToken);
}
