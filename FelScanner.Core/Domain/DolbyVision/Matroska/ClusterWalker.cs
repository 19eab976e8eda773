using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>Walks the blocks of clusters and hands the picture's frames to a sample.</summary>
internal sealed class ClusterWalker
{
    private readonly ProbeSource _source;
    private readonly Dictionary<long, TrackFrames> _tracks = [];

    public ClusterWalker(ProbeSource source, IEnumerable<MatroskaTrack> tracks)
    {
        _source = source;
        foreach (var track in tracks)
            _tracks[track.Number] = new TrackFrames(new FrameDecoder(source, track.Encodings), new NalWalker(source, track.LengthSize));
    }

    /// <summary>Walks from the cluster at <paramref name="offset"/>, skipping <paramref name="skip"/> bytes of its data, through all that follow it, until the sample is done or <paramref name="end"/>.</summary>
    public void Walk(long offset, long skip, long end, PlaceSample sample)
    {
        while (!sample.Done && offset < end)
        {
            if (EbmlElement.Read(_source, offset, end) is not { } element || !(element.Id == MatroskaIds.Void || MatroskaIds.EndsCluster(element.Id)))
            {
                // Garbage between clusters: go on at the next one.
                var next = Find(offset + 1, end);
                if (next < 0)
                    break;
                offset = next;
                continue;
            }
            offset = element.Id == MatroskaIds.Cluster ? WalkCluster(element, skip, sample) : element.End;
            skip = 0;
        }
        sample.ReachedEnd = !sample.Done && !_source.Stopped;
    }

    /// <summary>The next cluster at or after an offset, known by its id and by what it holds; -1 when there is none before a limit.</summary>
    public long Find(long offset, long end)
    {
        ReadOnlySpan<byte> id = [0x1F, 0x43, 0xB6, 0x75];
        while (true)
        {
            offset = _source.IndexOf(offset, end, id);
            if (offset < 0)
                return -1;
            if (EbmlElement.Read(_source, offset, _source.Length) is { } cluster
                && EbmlElement.Read(_source, cluster.Data, cluster.End) is { } first
                && MatroskaIds.IsInCluster(first.Id))
                return offset;
            offset++;
        }
    }

    /// <summary>Returns the offset behind the cluster.</summary>
    private long WalkCluster(EbmlElement cluster, long skip, PlaceSample sample)
    {
        var offset = cluster.Data + (skip < cluster.Length ? skip : 0);
        while (!sample.Done && EbmlElement.Read(_source, offset, cluster.End) is { } child)
        {
            if (cluster.SizeUnknown && MatroskaIds.EndsCluster(child.Id))
                return offset;
            if (child.Id == MatroskaIds.SimpleBlock)
                TakeBlock(child, sample);
            else if (child.Id == MatroskaIds.BlockGroup)
                TakeGroup(child, sample);
            offset = child.End;
        }
        return cluster.SizeUnknown ? offset + 1 : cluster.End;
    }

    private void TakeGroup(EbmlElement group, PlaceSample sample)
    {
        foreach (var child in group.Children(_source))
        {
            if (child.Id != MatroskaIds.Block)
                continue;
            TakeBlock(child, sample);
            return;
        }
    }

    private void TakeBlock(EbmlElement element, PlaceSample sample)
    {
        if (MatroskaBlock.Read(_source, element) is not { } block || !_tracks.TryGetValue(block.Track, out var track))
            return;
        foreach (var (offset, length) in block.Frames)
        {
            sample.Frame();
            if (track.Decoder.Decode(offset, length) is { } frame)
                track.Walker.Walk(frame, sample);
        }
    }

    private sealed record TrackFrames(FrameDecoder Decoder, NalWalker Walker);
}
