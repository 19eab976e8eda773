using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Plex;

/// <summary>The household's films as Plex's libraries hold them.</summary>
public sealed class PlexShelf(SimWorld world, PlexOptions options)
{
    private const int PerFilm = 10;
    private readonly string[] _sections = [.. options.MovieSections.Keys];
    private readonly ConcurrentDictionary<string, (IReadOnlyList<SimFilm> Films, IReadOnlyList<PlexItem> Items)> _shelved = [];

    /// <summary>The key Plex gives this film in this library.</summary>
    public string KeyOf(SimFilm film, string section = "1") => ((film.Id * PerFilm) + Array.IndexOf(_sections, section)).ToInvariant();

    public IReadOnlyList<PlexItem> Items(string section)
    {
        var films = world.Films;
        if (_shelved.TryGetValue(section, out var known) && ReferenceEquals(known.Films, films))
            return known.Items;
        IReadOnlyList<PlexItem> items = [.. films.Where(f => f.InPlex).SelectMany(ItemsOf).Where(i => i.Section == section)];
        _shelved[section] = (films, items);
        return items;
    }

    public IReadOnlyList<PlexItem> ItemsOf(SimFilm film) =>
        [.. film.Copies.GroupBy(c => c.Section).Where(g => _sections.Contains(g.Key)).Select(g => new PlexItem(KeyOf(film, g.Key), g.Key, film, [.. g]))];

    public PlexItem? Find(string ratingKey) =>
        Wire.ToInt(ratingKey) is { } key && world.Find(key / PerFilm) is { InPlex: true } film
            ? ItemsOf(film).FirstOrDefault(i => i.RatingKey == ratingKey)
            : null;

    public JsonArray Sections()
    {
        var directories = new JsonArray();
        foreach (var (key, title) in options.MovieSections)
            directories.Add(Directory(key, title, "movie", world.Roots.Plex));
        directories.Add(Directory("90", "TV", "show", "/media/tv"));
        return directories;
    }

    private JsonObject Directory(string key, string title, string type, string path)
    {
        var changed = type == "movie" ? world.Films.Max(f => (long?)f.UpdatedAt) ?? 0 : 1_700_000_000;
        return new JsonObject
        {
            ["key"] = key,
            ["type"] = type,
            ["title"] = title,
            ["agent"] = type == "movie" ? "tv.plex.agents.movie" : "tv.plex.agents.series",
            ["scanner"] = type == "movie" ? "Plex Movie" : "Plex TV Series",
            ["language"] = "en-US",
            ["uuid"] = $"5f0d6d2c-0000-4000-8000-{key.PadLeft(12, '0')}",
            ["refreshing"] = false,
            ["updatedAt"] = 1_763_000_000,
            ["createdAt"] = 1_700_000_000,
            ["scannedAt"] = changed,
            ["content"] = true,
            ["directory"] = true,
            ["contentChangedAt"] = changed,
            ["hidden"] = 0,
            ["Location"] = new JsonArray(new JsonObject { ["id"] = Wire.ToInt(key), ["path"] = path }),
        };
    }
}
