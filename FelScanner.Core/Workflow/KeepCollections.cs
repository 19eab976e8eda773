using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>What would change, or changed, in one Plex collection; <paramref name="Refusal"/> says why nothing can be done.</summary>
public sealed record CollectionChange(string Library, string Title, int Add, int Remove, string? Refusal);

[JsonSerializable(typeof(string[]))]
internal sealed partial class CollectionContext : JsonSerializerContext;

/// <summary>Keeps the three Plex collections in order. Only films that this program added are ever taken out; smart collections are left alone.</summary>
public sealed class KeepCollections(IPlexLibrary plex, IPlexCollections collections, ILibrary library, INotebook notebook, JudgingTools tools)
{
    /// <param name="dryRun">True: nothing is changed, only told.</param>
    /// <param name="cancellationToken">Ends after the collection under way.</param>
    /// <exception cref="ServiceFault">Plex cannot be asked.</exception>
    public async Task<IReadOnlyList<CollectionChange>> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var settings = tools.Settings.Current.Plex;
        var films = await library.AllAsync(cancellationToken);
        (string Title, Func<Copy, bool> Belongs)[] wanted =
        [
            (settings.CollectionAllDv, copy => copy.Quality.DolbyVision == true),
            (settings.CollectionP7Fel, copy => copy.Quality is { Layer: EnhancementLayer.Fel, Evidence: Evidence.Proven or Evidence.Marked }),
            (settings.CollectionAtmos, copy => copy.Quality is { Atmos: true, Audio: "truehd" }),
        ];
        List<CollectionChange> changes = [];
        foreach (var section in await plex.SectionsAsync(cancellationToken))
            foreach (var (title, belongs) in wanted.Where(one => one.Title.Length > 0))
                changes.Add(await OneAsync(section, title, Keys(films, section, belongs), dryRun, cancellationToken));
        return changes;
    }

    private async Task<CollectionChange> OneAsync(PlexSection section, string title, HashSet<string> wanted, bool dryRun, CancellationToken cancellationToken)
    {
        var collection = await collections.FindAsync(section, title, cancellationToken);
        if (collection is { Smart: true })
            return new CollectionChange(section.Title, title, 0, 0, $"“{title}” in {section.Title} is a smart collection, which Plex fills by itself. Choose another name in the settings.");
        HashSet<string> members = collection is null ? [] : [.. await collections.MembersAsync(collection, cancellationToken)];
        var ours = await OursAsync(section, title, cancellationToken);
        List<string> add = [.. wanted.Except(members)];
        List<string> remove = [.. members.Intersect(ours).Except(wanted)];
        if (!dryRun && (add.Count > 0 || remove.Count > 0))
            await ChangeAsync(section, title, collection, add, remove, ours, cancellationToken);
        return new CollectionChange(section.Title, title, add.Count, remove.Count, null);
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

    private static HashSet<string> Keys(IReadOnlyList<Film> films, PlexSection section, Func<Copy, bool> belongs) =>
        [.. films.SelectMany(film => film.Copies).Where(copy => copy.Library == section.Title && copy.PlexKey is not null && belongs(copy)).Select(copy => copy.PlexKey!)];
}
