using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>Makes the verdict of what was found: a full layer as soon as one frame shows it, a minimal one only when all places agree, else unknown with a reason.</summary>
internal static class ProbeJudge
{
    public static ProbeResult Judge(ProbeEvidence evidence)
    {
        var (layer, profile, reason) = evidence.Rpus > 0 ? JudgeRpus(evidence) : JudgeWithoutRpu(evidence);
        var record = evidence.Record;
        var disagrees = record is not null && evidence.Rpus > 0 && profile is not null && record.Profile != profile;
        return new ProbeResult
        {
            Container = evidence.Reader.Container,
            Profile = profile,
            Layer = layer,
            CompatibilityId = record is not null && record.Profile == profile ? record.CompatibilityId : null,
            Hdr10Plus = evidence.Hdr10Plus,
            Rpus = evidence.Rpus,
            Reason = disagrees ? $"{reason} The container's record says profile {record!.Profile}, which is wrong: the RPU counts." : reason,
            Complete = layer == EnhancementLayer.Fel || !evidence.Scope.IsHead,
        };
    }

    private static Finding JudgeRpus(ProbeEvidence evidence)
    {
        if (evidence.Count(RpuKind.Fel) is var full and > 0)
        {
            var where = evidence.Telling!;
            return new(EnhancementLayer.Fel, 7, $"FEL: a residual picture in {full} of {Told(evidence.Rpus)} ({where.Telling!.Quantisation!.Telling}), first {where.Name}.");
        }
        var profile = evidence.Profile;
        if (evidence.Count(RpuKind.FloatingPoint) > 0)
            return new(EnhancementLayer.Unknown, profile, "The RPUs are coded in floating point, which does not tell FEL from MEL.");
        if (evidence.Count(RpuKind.OtherLayer) > 0)
            return new(EnhancementLayer.Unknown, profile, $"The RPUs are of profile {profile}: FEL and MEL are kinds of profile 7 only.");
        if (evidence.Count(RpuKind.Unsupported) is var strange and > 0)
            return new(EnhancementLayer.Unknown, profile, $"Syntax that is not documented in {strange} of {Told(evidence.Rpus)}: the layer cannot be told.");
        return (evidence.Count(RpuKind.Mel), evidence.Count(RpuKind.NoLayer)) switch
        {
            (0, 0) => new(EnhancementLayer.Unknown, profile, "All RPUs that were read refer to an earlier frame, so that their layer cannot be told."),
            (0, var none) => JudgeSingleLayer(evidence, none),
            (var minimal, 0) => JudgeMinimal(evidence, minimal),
            var (minimal, none) => new(EnhancementLayer.Unknown, 7, $"The file is mixed: {Told(minimal)} of a MEL and {none} of a single layer."),
        };
    }

    private static Finding JudgeSingleLayer(ProbeEvidence evidence, int count) =>
        new(EnhancementLayer.None, evidence.Profile, $"No enhancement layer: {Told(count)} of profile {evidence.Profile}{evidence.Where(RpuKind.NoLayer)}.");

    private static Finding JudgeMinimal(ProbeEvidence evidence, int count)
    {
        var places = evidence.PlacesWith(RpuKind.Mel);
        var numbers = evidence.Telling!.Telling!.Quantisation!.First;
        if (evidence.Scope.IsHead)
            return new(EnhancementLayer.Mel, 7, $"MEL so far: nothing added to the picture in {Told(count)} at the head ({numbers}); the rest is not here yet.");
        if (evidence.Reader.IsCut)
            return new(EnhancementLayer.Unknown, 7, $"The file is cut short; what is there looks like MEL ({Told(count)}): get the rest of it, then probe it again.");
        if (evidence.ReadWhole || places >= PlaceSampler.EnoughPlaces)
            return new(EnhancementLayer.Mel, 7, $"MEL: nothing added to the picture in {Told(count)}{evidence.Where(RpuKind.Mel)} ({numbers}).");
        return new(EnhancementLayer.Unknown, 7, $"Only {places} of {PlaceSampler.EnoughPlaces} places could be read, and they look like MEL: check that the file is complete, then probe it again.");
    }

    private static Finding JudgeWithoutRpu(ProbeEvidence evidence)
    {
        var claimed = evidence.Record?.Profile;
        if (evidence.Count(RpuKind.Damaged) is var damaged and > 0)
            return new(EnhancementLayer.Unknown, claimed, $"Found {Told(damaged)}, damaged without exception (wrong checksum): check the file for errors or get it again.");
        if (evidence.Reader.OtherCodec)
            return JudgeOtherCodec(evidence);
        if (evidence.Reader.Obstacle is { } obstacle)
            return new(EnhancementLayer.Unknown, claimed, $"{obstacle}: check that the file is complete and plays.");
        if (claimed is not null)
            return new(EnhancementLayer.Unknown, claimed, $"The container says Dolby Vision profile {claimed}, but no RPU was found in {evidence.Frames} pictures: check that the file is complete.");
        if (evidence.Frames == 0 && !(evidence.ReadWhole && evidence.Units > 0))
            return new(EnhancementLayer.Unknown, null, "No picture could be read: check that the file is complete and plays.");
        return new(EnhancementLayer.None, null, $"No Dolby Vision: {evidence.Frames} pictures without an RPU, and no record of one.");
    }

    /// <summary>Profiles 9 (AVC) and 10 (AV1) have one layer; their record is all that is needed.</summary>
    private static Finding JudgeOtherCodec(ProbeEvidence evidence) => evidence.Record switch
    {
        null => new(EnhancementLayer.None, null, $"No enhancement layer: {Lower(evidence.Reader.Obstacle!)}, and there is no Dolby Vision record."),
        { HasLayer: false, Profile: var profile } => new(EnhancementLayer.None, profile, $"No enhancement layer: {Lower(evidence.Reader.Obstacle!)}, and the container says profile {profile} with a single layer."),
        { Profile: var profile } => new(EnhancementLayer.Unknown, profile, $"{evidence.Reader.Obstacle}, and its enhancement layer of profile {profile} cannot be read."),
    };

    private static string Told(int rpus) => rpus == 1 ? "1 RPU" : $"{rpus} RPUs";

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private sealed record Finding(EnhancementLayer Layer, int? Profile, string Reason);
}
