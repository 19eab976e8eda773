using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FelScanner.Core.Storage;

/// <summary>Which films a unit of work changes; a new fingerprint alone changes nothing that anybody sees.</summary>
internal static class FilmChanges
{
    public static IReadOnlyCollection<FilmRow> In(FelDbContext context)
    {
        context.ChangeTracker.DetectChanges();
        var changed = new HashSet<FilmRow>();
        var items = context.ChangeTracker.Entries<FilmItemRow>().ToDictionary(entry => entry.Entity.PlexKey);
        foreach (var film in context.ChangeTracker.Entries<FilmRow>().Where(Differs))
            changed.Add(film.Entity);
        foreach (var item in items.Values.Where(Differs))
            AddOwners(changed, item);
        foreach (var copy in context.ChangeTracker.Entries<CopyRow>().Where(Differs))
            if (items.TryGetValue(copy.Entity.PlexKey, out var item))
                AddOwners(changed, item);
        return changed;
    }

    private static void AddOwners(HashSet<FilmRow> changed, EntityEntry<FilmItemRow> item)
    {
        if (item.Entity.Film is { } film)
            changed.Add(film);
    }

    private static bool Differs(EntityEntry entry) => entry.State switch
    {
        EntityState.Added or EntityState.Deleted => true,
        EntityState.Modified => entry.Properties.Any(property => property.IsModified && property.Metadata.Name != nameof(FilmItemRow.Fingerprint)),
        _ => false,
    };
}
