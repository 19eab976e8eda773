namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>Where the file's index says that one may begin to read.</summary>
/// <param name="Cluster">Offset of the cluster in the file.</param>
/// <param name="Block">Offset of the block within the cluster's data; 0 when not told.</param>
internal sealed record CuePosition(long Cluster, long Block)
{
    private const int MostCues = 200_000;

    /// <summary>Reads the index of the tracks whose numbers are wanted, in any order.</summary>
    public static List<CuePosition> ReadAll(ProbeSource source, EbmlElement cues, long segmentData, Func<long, bool> isWanted)
    {
        List<CuePosition> positions = [];
        foreach (var point in cues.Children(source))
        {
            if (point.Id != MatroskaIds.CuePoint)
                continue;
            foreach (var child in point.Children(source))
            {
                if (child.Id == MatroskaIds.CueTrackPositions && ReadOne(source, child, segmentData, isWanted) is { } position)
                    positions.Add(position);
            }
            if (positions.Count >= MostCues)
                break;
        }
        return positions;
    }

    private static CuePosition? ReadOne(ProbeSource source, EbmlElement element, long segmentData, Func<long, bool> isWanted)
    {
        long track = 0, cluster = -1, block = 0;
        foreach (var child in element.Children(source))
        {
            switch (child.Id)
            {
                case MatroskaIds.CueTrack: track = child.Unsigned(source); break;
                case MatroskaIds.CueClusterPosition: cluster = child.Unsigned(source); break;
                case MatroskaIds.CueRelativePosition: block = child.Unsigned(source); break;
            }
        }
        var offset = segmentData + cluster;
        return isWanted(track) && cluster >= 0 && offset > 0 && offset < source.Length ? new(offset, Math.Max(0, block)) : null;
    }
}
