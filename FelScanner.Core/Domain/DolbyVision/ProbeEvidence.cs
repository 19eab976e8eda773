using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Core.Domain.DolbyVision.Containers;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>All that was found in a file, before it is judged.</summary>
internal sealed record ProbeEvidence(MediaReader Reader, IReadOnlyList<PlaceSample> Samples, ProbeScope Scope)
{
    public int Rpus => Samples.Sum(sample => sample.Rpus);

    public int Frames => Samples.Sum(sample => sample.Frames);

    public bool Hdr10Plus => Samples.Any(sample => sample.Hdr10Plus);

    public DolbyVisionRecord? Record => Reader.Record;

    /// <summary>The whole film was read, from its head to its end.</summary>
    public bool ReadWhole => !Scope.IsHead && Samples.Any(sample => sample.ReachedEnd && sample.Name == Samples[0].Name);

    /// <summary>A stream was read whole that has units, if only parameter sets without a picture.</summary>
    public bool SawEveryUnit => ReadWhole && Samples.Any(sample => sample.Units > 0);

    /// <summary>The first place that shows a full layer, else the first that shows a minimal one.</summary>
    public PlaceSample? Telling => Samples.Where(sample => sample.Telling is not null).MaxBy(sample => sample.Telling!.Kind);

    public int? Profile => Samples.Select(sample => sample.Profile).FirstOrDefault(profile => profile is not null);

    public int Count(RpuKind kind) => Samples.Sum(sample => sample.Count(kind));

    public int PlacesWith(RpuKind kind) => Samples.Count(sample => sample.Count(kind) > 0);
}
