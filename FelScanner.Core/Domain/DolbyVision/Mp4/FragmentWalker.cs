using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>Walks movie fragments and hands the picture's samples to a sample of the film.</summary>
internal sealed class FragmentWalker(ProbeSource source, IReadOnlyList<Mp4Track> tracks, IReadOnlyDictionary<long, long> defaultSizes)
{
    private readonly MovieFragment _fragment = new(source, defaultSizes);
    private readonly Dictionary<long, NalWalker> _walkers = tracks
        .DistinctBy(track => track.Id)
        .ToDictionary(track => track.Id, track => new NalWalker(source, track.LengthSize));

    /// <summary>True when the last fragment seen says that it is longer than the file.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Walks from the first fragment, or from the next one behind a fraction of the file.</summary>
    public void Walk(long first, double fraction, PlaceSample sample)
    {
        var target = (long)(source.Length * fraction);
        var searched = Math.Min(source.Length, target + ProbeSource.PlaceLimit / 2);
        var offset = fraction <= 0 ? first : Find(target, searched);
        if (offset >= 0)
            WalkFrom(offset, sample);
        else if (fraction > 0 && tracks.Count > 0)
            new RpuScan(source, tracks[0].LengthSize).Scan(searched, sample);
    }

    private void WalkFrom(long offset, PlaceSample sample)
    {
        while (!sample.Done && Mp4Box.Read(source, offset, source.Length) is { } box)
        {
            if (box.Type == Mp4Types.Moof)
                WalkFragment(box, sample);
            offset = box.End;
            IsCut |= box.IsCut;
        }
        sample.ReachedEnd = !sample.Done && !source.Stopped;
    }

    private void WalkFragment(Mp4Box moof, PlaceSample sample)
    {
        foreach (var (track, extent) in _fragment.Samples(moof))
        {
            if (sample.Done)
                return;
            if (!_walkers.TryGetValue(track, out var walker))
                continue;
            sample.Frame();
            walker.Walk(new FrameBytes([], extent.Offset, extent.Length), sample);
        }
    }

    /// <summary>The next moof box, known by the mfhd box that begins it; -1 when there is none before a limit.</summary>
    private long Find(long offset, long end)
    {
        while (true)
        {
            var name = source.IndexOf(offset, end, "moof"u8);
            if (name < 0)
                return -1;
            if (Mp4Box.Read(source, name - 4, source.Length) is { } moof && Mp4Box.Read(source, moof.Data, moof.End)?.Type == Mp4Types.Mfhd)
                return moof.Start;
            offset = name + 1;
        }
    }
}
