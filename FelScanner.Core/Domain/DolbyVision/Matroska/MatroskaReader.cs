using FelScanner.Core.Domain.DolbyVision.Containers;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>Reads Matroska and WebM (RFC 9559).</summary>
internal sealed class MatroskaReader(ProbeSource source) : MediaReader
{
    private const int MostTracks = 128;

    private readonly List<MatroskaTrack> _tracks = [];
    private EbmlElement _segment = new(MatroskaIds.Segment, 0, 0, false, false);
    private long _firstCluster = -1;
    private long _cuesAt = -1;
    private long _tracksAt = -1;
    private List<CuePosition>? _cues;
    private ClusterWalker? _walker;

    public override string Container => "mkv";

    public override void Open()
    {
        long offset = 0;
        while (EbmlElement.Read(source, offset, source.Length) is { } element)
        {
            if (element.Id == MatroskaIds.Segment)
            {
                _segment = element;
                IsCut = element.IsCut;
                ReadSegment();
                break;
            }
            offset = element.End;
        }
        ChooseTracks();
    }

    public override void Read(double fraction, PlaceSample sample)
    {
        if (_walker is null)
            return;
        if (fraction <= 0)
        {
            var first = _firstCluster >= 0 ? _firstCluster : _walker.Find(_segment.Data, _segment.End);
            if (first >= 0)
                _walker.Walk(first, 0, _segment.End, sample);
            return;
        }
        var start = Math.Max(_firstCluster, _segment.Data);
        var target = start + (long)((_segment.End - start) * fraction);
        if (FindCue(target) is { } cue)
            _walker.Walk(cue.Cluster, cue.Block, _segment.End, sample);
        else
            ReadWithoutIndex(target, sample);
    }

    /// <summary>Looks for the next cluster; in a large film it may be further than may be read, but the RPUs themselves are not.</summary>
    private void ReadWithoutIndex(long target, PlaceSample sample)
    {
        var searched = Math.Min(_segment.End, target + PlaceLimit / 2);
        var cluster = _walker!.Find(target, searched);
        if (cluster >= 0)
            _walker.Walk(cluster, 0, _segment.End, sample);
        else
            new RpuScan(source, _tracks.First(track => track.IsHevc).LengthSize).Scan(searched, sample);
    }

    private void ReadSegment()
    {
        var offset = _segment.Data;
        while (EbmlElement.Read(source, offset, _segment.End) is { } child)
        {
            switch (child.Id)
            {
                case MatroskaIds.SeekHead: ReadSeekHead(child); break;
                case MatroskaIds.Tracks: ReadTracks(child); break;
                case MatroskaIds.Cues: _cuesAt = offset; break;
                case MatroskaIds.Cluster: _firstCluster = offset; break;
            }
            if (_firstCluster >= 0)
                break;
            offset = child.End;
        }
        if (_tracks.Count == 0 && ElementAt(_tracksAt, MatroskaIds.Tracks) is { } tracks)
            ReadTracks(tracks);
    }

    private void ReadSeekHead(EbmlElement seekHead)
    {
        foreach (var seek in seekHead.Children(source).Where(child => child.Id == MatroskaIds.Seek))
        {
            long id = 0, position = -1;
            foreach (var child in seek.Children(source))
            {
                if (child.Id == MatroskaIds.SeekId)
                    id = child.Unsigned(source);
                else if (child.Id == MatroskaIds.SeekPosition)
                    position = child.Unsigned(source);
            }
            if (id == MatroskaIds.Cues)
                _cuesAt = _segment.Data + position;
            else if (id == MatroskaIds.Tracks)
                _tracksAt = _segment.Data + position;
        }
    }

    private void ReadTracks(EbmlElement tracks) =>
        _tracks.AddRange(tracks.Children(source)
            .Where(child => child.Id == MatroskaIds.TrackEntry)
            .Take(MostTracks)
            .Select(child => MatroskaTrack.Read(source, child))
            .OfType<MatroskaTrack>());

    private void ChooseTracks()
    {
        List<MatroskaTrack> pictures = [.. _tracks.Where(track => track.IsHevc)];
        Record = (pictures.Count > 0 ? pictures : _tracks).Select(track => track.Record).FirstOrDefault(record => record is not null);
        List<MatroskaTrack> readable = [.. pictures.Where(track => track.Encodings.All(IsReadable))];
        if (readable.Count > 0)
        {
            _walker = new ClusterWalker(source, readable);
            return;
        }
        OtherCodec = pictures.Count == 0 && _tracks.Count > 0;
        Obstacle = OtherCodec ? $"The picture is {_tracks[0].Codec}, not HEVC"
            : pictures.Count > 0 ? "The picture is encrypted or packed in a way that cannot be undone"
            : "No video track was found in the Matroska file";
    }

    /// <summary>The index entry at or behind an offset of the file, else the last one before it.</summary>
    private CuePosition? FindCue(long target)
    {
        _cues ??= ReadCues();
        CuePosition? before = null, behind = null;
        foreach (var cue in _cues)
        {
            var offset = cue.Cluster + cue.Block;
            if (offset >= target && (behind is null || offset < behind.Cluster + behind.Block))
                behind = cue;
            else if (offset < target && (before is null || offset > before.Cluster + before.Block))
                before = cue;
        }
        return behind ?? before;
    }

    private List<CuePosition> ReadCues() =>
        ElementAt(_cuesAt, MatroskaIds.Cues) is { } cues
            ? CuePosition.ReadAll(source, cues, _segment.Data, IsPicture)
            : [];

    private bool IsPicture(long number)
    {
        foreach (var track in _tracks)
        {
            if (track.IsHevc && track.Number == number)
                return true;
        }
        return false;
    }

    private EbmlElement? ElementAt(long offset, uint id) =>
        EbmlElement.Read(source, offset, _segment.End) is { } element && element.Id == id ? element : null;

    private static bool IsReadable(ContentEncoding encoding) =>
        encoding.Kind is ContentEncodingKind.Zlib or ContentEncodingKind.HeaderStripping;
}
