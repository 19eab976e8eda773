using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Core.Domain.DolbyVision.Containers;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>Chooses the places of a file that are read: as few as prove the layer, eight at most.</summary>
internal static class PlaceSampler
{
    /// <summary>Places that have to agree before a minimal layer counts as proven.</summary>
    public const int EnoughPlaces = 3;

    private static readonly (double Fraction, string Name)[] Places =
    [
        (0, "at the start"), (0.5, "in the middle"), (0.95, "near the end"),
        (0.75, "at three quarters"), (0.25, "at a quarter"), (0.88, "at seven eighths"), (0.62, "at five eighths"), (0.12, "at an eighth"),
    ];

    public static List<PlaceSample> Take(ProbeSource source, MediaReader reader, ProbeScope scope)
    {
        var whole = !scope.IsHead && source.Length <= reader.WholeLimit;
        List<PlaceSample> samples = [];
        foreach (var (fraction, name) in Places)
        {
            var sample = new PlaceSample(name, whole && fraction == 0);
            source.BeginPlace(reader.PlaceLimit);
            reader.Read(fraction, sample);
            if (IsNew(sample, samples))
                samples.Add(sample);
            if (source.Exhausted || scope.IsHead || IsEnough(samples))
                break;
        }
        return samples;
    }

    private static bool IsNew(PlaceSample sample, List<PlaceSample> samples) =>
        sample.FirstAt is null || !samples.Exists(other => other.FirstAt == sample.FirstAt);

    private static bool IsEnough(List<PlaceSample> samples)
    {
        if (samples.Exists(sample => sample.Count(RpuKind.Fel) > 0) || samples[0].ReachedEnd)
            return true;
        var telling = samples.Count(sample => sample.Count(RpuKind.Mel) + sample.Count(RpuKind.NoLayer) + sample.Count(RpuKind.OtherLayer) > 0);
        var bare = samples.Count(sample => sample.Frames > 0 && sample.Rpus == 0 && sample.Count(RpuKind.Damaged) == 0);
        return telling >= EnoughPlaces || (telling == 0 && bare >= EnoughPlaces);
    }
}
