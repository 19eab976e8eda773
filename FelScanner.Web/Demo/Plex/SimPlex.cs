using System.Text.Json.Nodes;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Plex;

/// <summary>A Plex Media Server as far as a library reader needs it: sections, paged items, details with streams, partial scans, posters, collections and the event feed.</summary>
public sealed class SimPlex : SimService
{
    private const string Unauthorized = "<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>";
    private readonly SimWorld _world;
    private readonly PlexOptions _options;
    private readonly PlexCollections _collections;

    public SimPlex(SimWorld world, TimeProvider time, PlexOptions? options = null)
        : base(time)
    {
        _world = world;
        _options = options ?? new PlexOptions();
        Shelf = new PlexShelf(world, _options);
        Events = new PlexEvents(time);
        _collections = new PlexCollections(Shelf, _options);
    }

    public string Token => _options.Token;

    /// <summary>The items as Plex numbers and shows them.</summary>
    public PlexShelf Shelf { get; }

    /// <summary>Sends what the server would push to its listeners.</summary>
    public PlexEvents Events { get; }

    /// <summary>The collections somebody made: title and rating keys.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Collections => _collections.All;

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", c => PlexAnswer.ContainerAsync(c, Identity().With("friendlyName", "Living room").With("platform", "Linux")));
        routes.MapGet("/identity", c => PlexAnswer.ContainerAsync(c, Identity()));
        routes.MapGet("/library/sections", SectionsAsync);
        routes.MapGet("/library/sections/all", SectionsAsync);
        routes.MapGet("/library/sections/{section}/all", AllAsync);
        routes.MapMethods("/library/sections/{section}/refresh", ["GET", "POST"], ScanAsync);
        routes.MapGet("/library/metadata/{ids}", DetailsAsync);
        routes.MapGet("/library/metadata/{id}/thumb/{version?}", PosterAsync);
        routes.MapPut("/library/metadata/{id}/analyze", c => c.AnswerAsync(200));
        routes.MapPut("/library/metadata/{id}/refresh", c => c.AnswerAsync(200));
        routes.MapGet("/photo/:/transcode", c => c.BytesAsync(Posters.Paint(c.Query("url").Length), "image/png"));
        routes.MapGet("/:/eventsource/notifications", Events.StreamAsync);
        _collections.Map(routes);
    }

    protected override async Task<bool> AdmitAsync(HttpContext context)
    {
        if (context.Request.Path == "/identity" || PlexAnswer.Said(context, "X-Plex-Token") == _options.Token)
            return true;
        await context.AnswerAsync(401, Unauthorized, "text/html");
        return false;
    }

    protected override Task NotFoundAsync(HttpContext context) =>
        context.AnswerAsync(404, "<html><head><title>Not Found</title></head><body><h1>404 Not Found</h1></body></html>", "text/html");

    private JsonObject Identity() => new()
    {
        ["size"] = 0,
        ["claimed"] = true,
        ["machineIdentifier"] = _options.MachineIdentifier,
        ["version"] = _options.Version,
    };

    private Task SectionsAsync(HttpContext context)
    {
        var directories = Shelf.Sections();
        return PlexAnswer.ContainerAsync(context, new JsonObject
        {
            ["size"] = directories.Count,
            ["allowSync"] = false,
            ["title1"] = "Plex Library",
            ["Directory"] = directories,
        });
    }

    private Task AllAsync(HttpContext context)
    {
        var section = context.Route("section");
        if (!_options.MovieSections.TryGetValue(section, out var title))
            return NotFoundAsync(context);
        var start = Wire.ToInt(PlexAnswer.Said(context, "X-Plex-Container-Start"));
        var size = Wire.ToInt(PlexAnswer.Said(context, "X-Plex-Container-Size"));
        if (start is null || size is null)
            Complain(context, "the whole library without start and size");
        var items = PlexFilter.Apply(Shelf.Items(section), context);
        var page = items.Skip(start ?? 0).Take(size ?? int.MaxValue).ToList();
        return PlexAnswer.ContainerAsync(context, new JsonObject
        {
            ["size"] = page.Count,
            ["totalSize"] = items.Count,
            ["offset"] = start ?? 0,
            ["allowSync"] = true,
            ["identifier"] = "com.plexapp.plugins.library",
            ["librarySectionID"] = Wire.ToInt(section),
            ["librarySectionTitle"] = title,
            ["title1"] = title,
            ["viewGroup"] = "movie",
            ["Metadata"] = page.Select(item => PlexJson.Item(item, _world.Roots.Plex, false, context.Query("includeGuids") == "1")).ToArray(),
        });
    }

    private Task DetailsAsync(HttpContext context)
    {
        var ids = context.Route("ids").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var items = ids.Select(Shelf.Find).OfType<PlexItem>().ToList();
        if (items.Count == 0)
            return NotFoundAsync(context);
        return PlexAnswer.ContainerAsync(context, new JsonObject
        {
            ["size"] = items.Count,
            ["allowSync"] = true,
            ["identifier"] = "com.plexapp.plugins.library",
            ["librarySectionID"] = Wire.ToInt(items[0].Section),
            ["librarySectionTitle"] = _options.MovieSections[items[0].Section],
            ["Metadata"] = items.Select(item => PlexJson.Item(item, _world.Roots.Plex, true, true)).ToArray(),
        });
    }

    private Task ScanAsync(HttpContext context)
    {
        if (!_options.MovieSections.ContainsKey(context.Route("section")))
            return NotFoundAsync(context);
        var path = context.Query("path");
        if (path.Length == 0)
            Complain(context, "a scan of the whole library");
        if (path.Length > 0 && path != _world.Roots.Plex && !path.StartsWith(_world.Roots.Plex + "/", StringComparison.Ordinal))
            Complain(context, $"a scan of {path}, which Plex does not see");
        else
            _ = FindArrivedAsync(path);
        return context.AnswerAsync(200);
    }

    private async Task FindArrivedAsync(string path)
    {
        await Task.Delay(_options.ScanTakes, Time);
        foreach (var id in _world.Unscanned)
        {
            if (path.Length > 0 && _world.AtPath(path)?.Id != id)
                continue;
            if (_world.Scan(id) is { } film)
                Events.Changed(Shelf.ItemsOf(film), 5);
        }
    }

    private Task PosterAsync(HttpContext context) =>
        Shelf.Find(context.Route("id")) is { } item ? context.BytesAsync(Posters.Paint(item.Film.Id), "image/png") : NotFoundAsync(context);
}
