using FelScanner.Core.Domain.Library;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Evidence notes by the file they are about.</summary>
internal sealed class EvidenceByFile(IEnumerable<EvidenceRow> notes)
{
    private readonly ILookup<(string, long), EvidenceRow> _notes = notes.ToLookup(note => (note.FileKey, note.FileBytes));

    public IReadOnlyList<EvidenceRow> Of(CopyRow copy) => [.. _notes[(copy.FileKey, copy.FileBytes)]];
}

/// <summary>Films from their rows.</summary>
internal static class FilmText
{
    /// <summary>A file that two Plex libraries cover is one copy; an unanalysed twin gives way.</summary>
    public static IReadOnlyList<Copy> Copies(IEnumerable<CopyRow> rows, EvidenceByFile evidence) =>
        [.. rows.OrderByDescending(row => row.Analysed).ThenBy(row => row.Id).DistinctBy(row => row.FileKey).OrderBy(row => row.Id).Select(row => CopyText.Read(row, evidence.Of(row)))];

    public static Film Read(FilmRow row, IReadOnlyList<string> plexKeys, IReadOnlyList<Copy> copies) => new()
    {
        Id = row.Id,
        Title = row.Title,
        Year = row.Year,
        OtherTitles = StorageJson.Texts(row.OtherTitles),
        TmdbId = row.TmdbId,
        ImdbId = row.ImdbId,
        PlexKeys = plexKeys,
        Copies = copies,
        AddedAt = row.AddedAt,
    };

    public static Film Read(FilmRow row, EvidenceByFile evidence) =>
        Read(row, [.. row.Items.Select(item => item.PlexKey)], Copies(row.Items.SelectMany(item => item.Copies), evidence));
}
