using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Library;

/// <summary>Combines what Plex, the file's name, the owner's mark and the file itself say of an owned copy; the strongest evidence wins.</summary>
public static class CopyEvidence
{
    /// <summary>The copy with its effective quality, from its own file name and notes.</summary>
    public static Copy Judge(Copy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return copy with { Quality = Combine(copy.Quality, copy.Path, copy.Notes) };
    }

    /// <summary>
    /// The effective quality. <paramref name="plex"/> is what Plex tells; <paramref name="path"/> the file as Plex sees it;
    /// <paramref name="notes"/> hold marks and what was read from the file (the newest of the strongest kind counts).
    /// </summary>
    public static PictureAndSound Combine(PictureAndSound plex, string? path, IReadOnlyList<EvidenceNote> notes)
    {
        ArgumentNullException.ThrowIfNull(plex);
        ArgumentNullException.ThrowIfNull(notes);
        var name = string.IsNullOrEmpty(path) ? null : ReleaseNameParser.Parse(FileName(path));
        var named = name is null ? plex : plex with { Source = plex.Source ?? name.Source, Remux = plex.Remux || name.Remux };
        var note = notes
            .Where(note => note.Evidence is Evidence.Proven or Evidence.Marked && note.Layer != EnhancementLayer.Unknown)
            .OrderByDescending(note => note.Evidence)
            .ThenByDescending(note => note.At)
            .FirstOrDefault();
        if (note is not null)
            return named with { DolbyVision = note.Profile is not null || note.Layer != EnhancementLayer.None, Profile = note.Profile ?? (note.Layer == EnhancementLayer.None ? null : 7), Layer = note.Layer, Evidence = note.Evidence };
        return name is null || !MayTell(name, plex) ? named : named with { DolbyVision = true, Profile = 7, Layer = name.Fel == true ? EnhancementLayer.Fel : EnhancementLayer.Mel, Evidence = Evidence.Told };
    }

    /// <summary>A file name may tell the layer where Plex does not contradict it and the file can have one at all.</summary>
    private static bool MayTell(ParsedName name, PictureAndSound plex) =>
        (name.Fel == true) != (name.Mel == true) && plex.DolbyVision != false && plex.Profile is null or 7 && plex.Layer != EnhancementLayer.None
        && !name.ReEncode && !OfferedDolbyVision.IsNoDisc(name.Source);

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
