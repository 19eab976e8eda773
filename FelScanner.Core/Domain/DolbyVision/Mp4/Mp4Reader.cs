using FelScanner.Core.Domain.DolbyVision.Containers;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>Reads MP4 and QuickTime files (ISO/IEC 14496-12), whole or in fragments; the layer's own track in old files of two tracks as well.</summary>
internal sealed class Mp4Reader(ProbeSource source) : MediaReader
{
    private const int MostTracks = 128;
    private const int MostTopBoxes = 10_000;
    private const int PicturesAtOnce = 48;

    private readonly List<Mp4Track> _tracks = [];
    private readonly Dictionary<long, long> _defaultSizes = [];
    private List<Mp4Track> _pictures = [];
    private long _firstFragment = -1;

    public override string Container => "mp4";

    public override void Open()
    {
        var found = ReadTopBoxes();
        _pictures = [.. _tracks.Where(track => track.IsHevc)];
        Record = (_pictures.Count > 0 ? _pictures : _tracks).Select(track => track.Record).FirstOrDefault(record => record is not null);
        if (_pictures.Count > 0)
            return;
        var encrypted = _tracks.Any(track => track.IsEncrypted);
        OtherCodec = _tracks.Count > 0 && !encrypted;
        Obstacle = !found ? "The index (moov) of the MP4 file is not there"
            : encrypted ? "The picture is encrypted"
            : OtherCodec ? $"The picture is {_tracks[0].CodecName}, not HEVC"
            : "No video track was found in the MP4 file";
    }

    public override void Read(double fraction, PlaceSample sample)
    {
        if (_pictures.Exists(track => track.Samples.Count > 0))
            ReadTables(fraction, sample);
        else
            ReadFragments(fraction, sample);
    }

    private void ReadFragments(double fraction, PlaceSample sample)
    {
        var walker = new FragmentWalker(source, _pictures, _defaultSizes);
        walker.Walk(_firstFragment, fraction, sample);
        IsCut |= walker.IsCut;
    }

    private void ReadTables(double fraction, PlaceSample sample)
    {
        var ended = true;
        foreach (var track in _pictures)
        {
            // The picture and its layer may be two tracks: the frames without an RPU must not use up the sample.
            var part = sample.Part();
            ReadTrack(track, fraction, part);
            ended &= !part.Done && !source.Stopped;
            sample.Add(part);
        }
        sample.ReachedEnd = ended;
    }

    private void ReadTrack(Mp4Track track, double fraction, PlaceSample sample)
    {
        var walker = new NalWalker(source, track.LengthSize);
        if (track.Samples.Find((long)(track.Samples.Count * fraction)) is not { } cursor)
            return;
        while (!sample.Done && NextBatch(track.Samples, ref cursor) is { Count: > 0 } batch)
        {
            foreach (var extent in batch.TakeWhile(_ => !sample.Done))
            {
                sample.Frame();
                walker.Walk(new FrameBytes([], extent.Offset, extent.Length), sample);
            }
        }
    }

    /// <summary>Several chunks at once: the tables may stand a whole film away from the pictures, and each way there and back is a seek.</summary>
    private static List<Extent> NextBatch(SampleTable table, ref SampleCursor cursor)
    {
        List<Extent> batch = [];
        while (batch.Count < PicturesAtOnce && table.Next(ref cursor) is { } extents)
            batch.AddRange(extents);
        return batch;
    }

    /// <summary>True when the movie box was found.</summary>
    private bool ReadTopBoxes()
    {
        var found = false;
        var hasData = false;
        long offset = 0;
        for (var count = 0; count < MostTopBoxes && Mp4Box.Read(source, offset, source.Length) is { } box; count++)
        {
            if (box.Type == Mp4Types.Moov)
            {
                ReadMovie(box);
                found = true;
            }
            else if (box.Type == Mp4Types.Moof && _firstFragment < 0)
            {
                _firstFragment = box.Start;
            }
            IsCut |= box.IsCut;
            offset = box.End;
            // The data is looked at as well, because only its box tells that the file is cut short.
            hasData |= box.Type == Mp4Types.Mdat;
            if (found && (_firstFragment >= 0 || (hasData && _tracks.Exists(track => track.Samples.Count > 0))))
                break;
        }
        return found;
    }

    private void ReadMovie(Mp4Box movie)
    {
        foreach (var box in movie.Children(source).Where(box => box.Type is Mp4Types.Trak or Mp4Types.Mvex).Take(MostTracks))
        {
            if (box.Type == Mp4Types.Trak && Mp4Track.Read(source, box) is { } track)
                _tracks.Add(track);
            else if (box.Type == Mp4Types.Mvex)
                ReadDefaults(box);
        }
    }

    private void ReadDefaults(Mp4Box extends)
    {
        foreach (var box in extends.Children(source).Where(box => box.Type == Mp4Types.Trex).Take(MostTracks))
            _defaultSizes[box.UInt32(source, 4)] = box.UInt32(source, 16);
    }
}
