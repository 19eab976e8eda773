using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Folds what probes and the owner said into what Plex told: proven beats marked beats told.</summary>
internal static class EvidenceFold
{
    public static PictureAndSound Fold(PictureAndSound told, IReadOnlyList<EvidenceRow> notes) =>
        notes.Where(Says).MaxBy(note => note.Evidence) is { } best && best.Evidence > told.Evidence ? Apply(told, best) : told;

    /// <summary>Every note, strongest first; a probe that found nothing out is told too.</summary>
    public static IReadOnlyList<EvidenceNote> Notes(IReadOnlyList<EvidenceRow> notes) =>
        [.. notes.OrderByDescending(note => note.Evidence).Select(note => new EvidenceNote(note.Evidence, note.Layer, note.Profile, note.By, note.Reason, note.At))];

    private static bool Says(EvidenceRow note) => note.Evidence != Evidence.None;

    private static PictureAndSound Apply(PictureAndSound told, EvidenceRow note) => note switch
    {
        { Layer: EnhancementLayer.Fel or EnhancementLayer.Mel } => told with
        {
            DolbyVision = true,
            Profile = 7,
            CompatibilityId = note.CompatibilityId ?? told.CompatibilityId,
            Layer = note.Layer,
            Evidence = note.Evidence,
            Hdr = Range(told, note),
        },
        { Profile: { } profile } => told with
        {
            DolbyVision = true,
            Profile = profile,
            CompatibilityId = note.CompatibilityId ?? told.CompatibilityId,
            Layer = note.Layer,
            Evidence = note.Evidence,
            Hdr = Range(told, note),
        },
        { Origin: EvidenceRow.Mark } => told with { Layer = note.Layer, Evidence = note.Evidence },
        _ => told with { DolbyVision = false, Profile = null, CompatibilityId = null, Layer = EnhancementLayer.None, Evidence = note.Evidence, Hdr = Range(told, note) },
    };

    private static HdrKind Range(PictureAndSound told, EvidenceRow note) => note.Hdr10Plus ? HdrKind.Hdr10Plus : told.Hdr;
}
