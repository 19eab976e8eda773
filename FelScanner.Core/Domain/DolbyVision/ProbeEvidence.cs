using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Core.Domain.DolbyVision.Containers;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>All that was found in a file, before it is judged.</summary>
internal sealed class ProbeEvidence
{
    private readonly IReadOnlyList<PlaceSample> _samples;

    public ProbeEvidence(MediaReader reader, IReadOnlyList<PlaceSample> samples, ProbeScope scope)
    {
        Reader = reader;
        Scope = scope;
        _samples = samples;
        foreach (var sample in samples)
        {
            Rpus += sample.Rpus;
            Frames += sample.Frames;
            Units += sample.Units;
            Hdr10Plus |= sample.Hdr10Plus;
            Profile ??= sample.Profile;
            if (sample.Telling is not null && (Telling is null || sample.Telling.Kind > Telling.Telling!.Kind))
                Telling = sample;
        }
        ReadWhole = !scope.IsHead && samples.Count > 0 && samples[0].ReachedEnd;
    }

    public MediaReader Reader { get; }

    public ProbeScope Scope { get; }

    public int Rpus { get; }

    public int Frames { get; }

    /// <summary>NAL units of a stream with start codes, if only parameter sets without a picture.</summary>
    public int Units { get; }

    public bool Hdr10Plus { get; }

    public int? Profile { get; }

    /// <summary>The first place that shows a full layer, else the first that shows a minimal one.</summary>
    public PlaceSample? Telling { get; }

    /// <summary>The whole film was read, from its head to its end.</summary>
    public bool ReadWhole { get; }

    public DolbyVisionRecord? Record => Reader.Record;

    public int Count(RpuKind kind)
    {
        var count = 0;
        foreach (var sample in _samples)
            count += sample.Count(kind);
        return count;
    }

    public int PlacesWith(RpuKind kind)
    {
        var places = 0;
        foreach (var sample in _samples)
            places += sample.Count(kind) > 0 ? 1 : 0;
        return places;
    }

    /// <summary>Where the RPUs of a kind were found, as a sentence goes on.</summary>
    public string Where(RpuKind kind) => (ReadWhole, PlacesWith(kind)) switch
    {
        (true, _) => " of the whole file",
        (_, > 1 and var places) => $" at {places} places",
        _ => " at one place",
    };
}
