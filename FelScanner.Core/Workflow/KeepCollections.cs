using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>
/// What would change, or changed, in one Plex collection, film by film; <paramref name="Refusal"/> says why nothing can be done.
/// <paramref name="Stay"/> counts the members that stay, <paramref name="Foreign"/> those among them that somebody else put there.
/// </summary>
public sealed record CollectionChange(string Library, string Title, IReadOnlyList<string> Adding, IReadOnlyList<string> Removing, int Stay, int Foreign, string? Refusal)
{
    public int Add => Adding.Count;

    public int Remove => Removing.Count;
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class CollectionContext : JsonSerializerContext;

/// <summary>Keeps the three Plex collections in order. Only films that this program added are ever taken out; smart collections are left alone.</summary>
public sealed class KeepCollections(IPlexLibrary plex, IPlexCollections collections, ILibrary library, INotebook notebook, ISettings settings) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="dryRun">True: nothing is changed, only told.</param>
    /// <param name="cancellationToken">Ends after the collection under way.</param>
    /// <exception cref="ServiceFault">Plex cannot be asked.</exception>
    public async Task<IReadOnlyList<CollectionChange>> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        // Two runs at once would each forget what the other wrote down as ours.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await AllAsync(dryRun, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<CollectionChange>> AllAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var sections = await plex.SectionsAsync(cancellationToken);
        var wanted = await WantedAsync(settings.Current.Plex, sections, cancellationToken);
        List<CollectionChange> changes = [];
        foreach (var one in wanted)
            changes.Add(await OneAsync(one, dryRun, cancellationToken));
        return changes;
    }

    /// <summary>Every collection in every library with the films that belong there, gathered in one walk through the library.</summary>
    private async Task<IReadOnlyList<Wanted>> WantedAsync(PlexSettings plexSettings, IReadOnlyList<PlexSection> sections, CancellationToken cancellationToken)
    {
        (string Title, Func<Copy, bool> Belongs)[] kinds =
        [
            (plexSettings.CollectionAllDv, copy => copy.Quality.DolbyVision == true),
            (plexSettings.CollectionP7Fel, copy => copy.Quality is { Layer: EnhancementLayer.Fel, Evidence: Evidence.Proven }
                || (plexSettings.CollectionFelMarked && copy.Quality is { Layer: EnhancementLayer.Fel, Evidence: Evidence.Marked })),
            (plexSettings.CollectionAtmos, copy => copy.Quality is { Atmos: true, Audio: "truehd" }),
        ];
        Wanted[] all = [.. from section in sections from kind in kinds where kind.Title.Length > 0 select new Wanted(section, kind.Title, kind.Belongs, [])];
        await foreach (var film in library.EachAsync(cancellationToken))
        {
            foreach (var one in all)
                foreach (var copy in film.Copies.Where(copy => copy.Library == one.Section.Title && copy.PlexKey is not null && one.Belongs(copy)))
                    one.Films[copy.PlexKey!] = $"{film.Title} ({film.Year})";
        }

        return all;
    }

    private async Task<CollectionChange> OneAsync(Wanted wanted, bool dryRun, CancellationToken cancellationToken)
    {
        var (section, title) = (wanted.Section, wanted.Title);
        var collection = await collections.FindAsync(section, title, cancellationToken);
        if (collection is { Smart: true })
            return new CollectionChange(section.Title, title, [], [], 0, 0, $"“{title}” in {section.Title} is a smart collection, which Plex fills by itself. Choose another name in the settings.");
        HashSet<string> members = collection is null ? [] : [.. await collections.MembersAsync(collection, cancellationToken)];
        var ours = await OursAsync(section, title, cancellationToken);
        List<string> add = [.. wanted.Films.Keys.Except(members)];
        List<string> remove = [.. members.Intersect(ours).Except(wanted.Films.Keys)];
        if (!dryRun && (add.Count > 0 || remove.Count > 0))
            await ChangeAsync(section, title, collection, add, remove, ours, cancellationToken);
        return new CollectionChange(
            section.Title, title, [.. add.Select(key => wanted.Films[key]).Order(StringComparer.CurrentCultureIgnoreCase)], await NamesAsync(remove, cancellationToken),
            members.Count - remove.Count, members.Except(ours).Except(wanted.Films.Keys).Count(), null);
    }

    /// <summary>Names of films that do not belong any more; some have left the library meanwhile.</summary>
    private async Task<IReadOnlyList<string>> NamesAsync(List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];
        var names = keys.ToDictionary(key => key, _ => "A film that is not in the library any more");
        await foreach (var film in library.EachAsync(cancellationToken))
            foreach (var key in film.PlexKeys.Where(names.ContainsKey))
                names[key] = $"{film.Title} ({film.Year})";
        return [.. names.Values.Order(StringComparer.CurrentCultureIgnoreCase)];
    }

    private async Task ChangeAsync(
        PlexSection section, string title, PlexCollection? collection, List<string> add, List<string> remove, HashSet<string> ours, CancellationToken cancellationToken)
    {
        // Written down before it is done: what a crash leaves half done is still known as ours.
        string[] now = [.. ours.Except(remove).Union(add)];
        await notebook.WriteAsync(NoteOf(section, title), JsonSerializer.Serialize(now, CollectionContext.Default.StringArray), cancellationToken);
        if (collection is null)
            await collections.CreateAsync(section, title, add, cancellationToken);
        else if (add.Count > 0)
            await collections.AddAsync(collection, add, cancellationToken);
        foreach (var key in collection is null ? [] : remove)
            await collections.RemoveAsync(collection!, key, cancellationToken);
    }

    private async Task<HashSet<string>> OursAsync(PlexSection section, string title, CancellationToken cancellationToken) =>
        await notebook.ReadAsync(NoteOf(section, title), cancellationToken) is { } text ? [.. JsonSerializer.Deserialize(text, CollectionContext.Default.StringArray) ?? []] : [];

    private static string NoteOf(PlexSection section, string title) => $"collection.{section.Key}.{title}";

    /// <summary>One collection as it should be: Plex's key → the film's name.</summary>
    private sealed record Wanted(PlexSection Section, string Title, Func<Copy, bool> Belongs, Dictionary<string, string> Films);
}
