namespace FelScanner.Core.Domain.DolbyVision.Containers;

/// <summary>A container that can bring the picture's NAL units from a place of the file.</summary>
internal abstract class MediaReader
{
    /// <summary>The contract's word: mkv, mp4, ts, m2ts, hevc, rpu.</summary>
    public abstract string Container { get; }

    /// <summary>What the container claims; the first of several.</summary>
    public DolbyVisionRecord? Record { get; protected set; }

    /// <summary>Why no RPU can be had from here, as the beginning of a sentence; null when there is an HEVC picture to read.</summary>
    public string? Obstacle { get; protected set; }

    /// <summary>True when the obstacle is that the picture is not HEVC: such a picture has no enhancement layer, whatever else it has.</summary>
    public bool OtherCodec { get; protected set; }

    /// <summary>True when the container says that it is longer than the file.</summary>
    public bool IsCut { get; protected set; }

    /// <summary>The length in bytes up to which the file is read as a whole, in one go from its head.</summary>
    public virtual long WholeLimit => 64 << 20;

    /// <summary>Bytes read at one place at most.</summary>
    public virtual int PlaceLimit => ProbeSource.PlaceLimit;

    /// <summary>Reads the structure that describes the tracks; called once.</summary>
    public abstract void Open();

    /// <summary>Brings NAL units from <paramref name="fraction"/> (0 to 1) of the film until the sample has enough, the data ends (then says so to the sample) or a limit stops it.</summary>
    public abstract void Read(double fraction, PlaceSample sample);
}
