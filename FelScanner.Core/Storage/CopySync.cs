using FelScanner.Core.Domain.Library;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Brings an item's copies to what Plex told last; a copy that is still there keeps its id.</summary>
internal static class CopySync
{
    public static void Write(FelDbContext context, FilmItemRow item, IReadOnlyList<Copy> copies)
    {
        List<CopyRow> left = [.. item.Copies];
        foreach (var copy in copies)
        {
            var row = left.Find(row => row.MediaId is not null && row.MediaId == copy.MediaId) ?? left.Find(row => row.FileKey == CopyText.FileKey(copy));
            if (row is null)
            {
                item.Copies.Add(CopyText.Row(copy, item.PlexKey));
                continue;
            }

            left.Remove(row);
            CopyText.Write(row, copy);
        }

        foreach (var gone in left)
        {
            item.Copies.Remove(gone);
            context.Copies.Remove(gone);
        }
    }
}
