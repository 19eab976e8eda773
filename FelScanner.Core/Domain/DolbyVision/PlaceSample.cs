using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>What was found at one place of the file.</summary>
internal sealed class PlaceSample(string name, bool whole)
{
    private const int EnoughRpus = 24;
    private const int EnoughFrames = 48;
    private const int MostFrames = 20_000;

    private readonly int[] _kinds = new int[(int)RpuKind.Fel + 1];

    /// <summary>Where in the film: "at the start".</summary>
    public string Name => name;

    /// <summary>Pictures seen, with or without an RPU.</summary>
    public int Frames { get; private set; }

    /// <summary>NAL units seen in a stream with start codes.</summary>
    public int Units { get; private set; }

    /// <summary>RPUs with a right checksum.</summary>
    public int Rpus { get; private set; }

    /// <summary>The offset in the file at which the first RPU stood; the same twice is the same place.</summary>
    public long? FirstAt { get; private set; }

    public bool Hdr10Plus { get; private set; }

    /// <summary>The data came to its end here.</summary>
    public bool ReachedEnd { get; set; }

    public int? Profile { get; private set; }

    /// <summary>The first RPU that shows a full layer, else the first that shows a minimal one.</summary>
    public Rpu? Telling { get; private set; }

    public bool Done => Frames >= MostFrames || (!whole && (Rpus >= EnoughRpus || Frames >= EnoughFrames));

    public int Count(RpuKind kind) => _kinds[(int)kind];

    public void Frame() => Frames++;

    public void Unit() => Units++;

    /// <summary>An empty sample of the same place, for one track of several.</summary>
    public PlaceSample Part() => new(name, whole);

    public void Add(PlaceSample part)
    {
        for (var kind = 0; kind < _kinds.Length; kind++)
            _kinds[kind] += part._kinds[kind];
        Frames += part.Frames;
        Rpus += part.Rpus;
        FirstAt ??= part.FirstAt;
        Hdr10Plus |= part.Hdr10Plus;
        Profile ??= part.Profile;
        Telling = Telling is null || part.Telling?.Kind > Telling.Kind ? part.Telling ?? Telling : Telling;
    }

    /// <summary>Takes a whole NAL unit with its header; only those that <see cref="NalHeader.IsWanted"/> names matter.</summary>
    public void Nal(ReadOnlySpan<byte> nal, long offset)
    {
        switch (NalHeader.TypeOf(nal))
        {
            case NalHeader.Rpu:
                Rpu(nal[NalHeader.Length..], offset);
                break;
            case NalHeader.PrefixSei when !Hdr10Plus:
                Hdr10Plus = Hdr10PlusMessage.IsIn(nal[NalHeader.Length..]);
                break;
        }
    }

    /// <summary>Takes an RPU without a NAL header, still escaped.</summary>
    public void Rpu(ReadOnlySpan<byte> payload, long offset)
    {
        var rpu = RpuParser.Parse(payload);
        _kinds[(int)rpu.Kind]++;
        if (!rpu.Valid)
            return;
        Rpus++;
        FirstAt ??= offset;
        Profile ??= rpu.Profile;
        if (Telling is null || rpu.Kind > Telling.Kind)
            Telling = rpu;
    }
}
