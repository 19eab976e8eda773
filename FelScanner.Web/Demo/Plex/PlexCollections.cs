using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Plex;

/// <summary>The collections of the simulated Plex: made, filled, thinned and deleted by the documented calls.</summary>
internal sealed class PlexCollections(PlexShelf shelf, PlexOptions options)
{
    private readonly ConcurrentDictionary<string, Collection> _collections = [];
    private int _lastKey = 900_000;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> All => _collections.Values.ToDictionary(c => c.Title, c => c.Items);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library/sections/{section}/collections", ListAsync);
        routes.MapPost("/library/collections", CreateAsync);
        routes.MapGet("/library/collections/{key}", c => With(c, found => AnswerAsync(c, [found])));
        routes.MapGet("/library/collections/{key}/items", ItemsAsync);
        routes.MapGet("/library/collections/{key}/children", ItemsAsync);
        routes.MapPut("/library/collections/{key}/items", c => With(c, found => ReplaceAsync(c, found, [.. found.Items.Union(Named(c))])));
        routes.MapDelete("/library/collections/{key}/items/{item}", c => With(c, found => ReplaceAsync(c, found, [.. found.Items.Where(i => i != c.Route("item"))])));
        routes.MapDelete("/library/collections/{key}", c => With(c, found => DeleteAsync(c, found)));
    }

    private Task ListAsync(HttpContext context) =>
        AnswerAsync(context, [.. _collections.Values.Where(c => c.Section == context.Route("section"))]);

    private Task CreateAsync(HttpContext context)
    {
        var named = Named(context);
        if (context.Query("title").Length == 0 || context.Query("sectionId").Length == 0 || context.Query("smart") is not ("0" or ""))
            return context.AnswerAsync(400, "<html><body><h1>400 Bad Request</h1></body></html>", "text/html");
        var key = Interlocked.Increment(ref _lastKey).ToInvariant();
        var made = new Collection(key, context.Query("sectionId"), context.Query("title"), named);
        _collections[key] = made;
        return AnswerAsync(context, [made]);
    }

    private Task ItemsAsync(HttpContext context) => With(context, found =>
    {
        var start = Wire.ToInt(PlexAnswer.Said(context, "X-Plex-Container-Start")) ?? 0;
        var size = Wire.ToInt(PlexAnswer.Said(context, "X-Plex-Container-Size")) ?? 100;
        var items = found.Items.Select(shelf.Find).OfType<PlexItem>().ToList();
        var page = items.Skip(start).Take(size).ToList();
        return PlexAnswer.ContainerAsync(context, new JsonObject
        {
            ["size"] = page.Count,
            ["totalSize"] = items.Count,
            ["offset"] = start,
            ["Metadata"] = page.Select(i => PlexJson.Item(i, "", false, true)).ToArray(),
        });
    });

    private Task ReplaceAsync(HttpContext context, Collection collection, IReadOnlyList<string> items)
    {
        var changed = _collections[collection.Key] = collection with { Items = items };
        return AnswerAsync(context, [changed]);
    }

    private Task DeleteAsync(HttpContext context, Collection collection)
    {
        _collections.TryRemove(collection.Key, out _);
        return context.AnswerAsync(200);
    }

    private Task With(HttpContext context, Func<Collection, Task> then) =>
        _collections.TryGetValue(context.Route("key"), out var found) ? then(found) : context.AnswerAsync(404);

    /// <summary>The rating keys in <c>server://machine/com.plexapp.plugins.library/library/metadata/1,2</c>; none for another machine's.</summary>
    private List<string> Named(HttpContext context)
    {
        var prefix = $"server://{options.MachineIdentifier}/com.plexapp.plugins.library/library/metadata/";
        var uri = context.Query("uri");
        return uri.StartsWith(prefix, StringComparison.Ordinal)
            ? [.. uri[prefix.Length..].Split(',').Where(key => shelf.Find(key) is not null)]
            : [];
    }

    private static Task AnswerAsync(HttpContext context, IReadOnlyList<Collection> collections) => PlexAnswer.ContainerAsync(context, new JsonObject
    {
        ["size"] = collections.Count,
        ["totalSize"] = collections.Count,
        ["Metadata"] = collections.Select(c => new JsonObject
        {
            ["ratingKey"] = c.Key,
            ["key"] = $"/library/collections/{c.Key}/children",
            ["type"] = "collection",
            ["title"] = c.Title,
            ["subtype"] = "movie",
            ["smart"] = false,
            ["childCount"] = c.Items.Count.ToInvariant(),
        }).ToArray(),
    });

    private sealed record Collection(string Key, string Section, string Title, IReadOnlyList<string> Items);
}
