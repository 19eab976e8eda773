using FelScanner.Core.Domain.DolbyVision.Containers;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Elementary;

/// <summary>Reads what has start codes and no container: a raw HEVC stream.</summary>
internal class ElementaryReader(ProbeSource source) : MediaReader
{
    public override string Container => "hevc";

    // Nothing can be jumped over here: three places together stay below 24 MiB.
    public override long WholeLimit => 7 << 20;

    public override int PlaceLimit => 7 << 20;

    public override void Open()
    {
        // There is nothing that describes the stream.
    }

    public override void Read(double fraction, PlaceSample sample)
    {
        var splitter = MakeSplitter(sample);
        var offset = (long)(source.Length * fraction);
        while (!sample.Done)
        {
            var part = source.Window(offset);
            if (part.IsEmpty)
            {
                sample.ReachedEnd = offset >= source.Length;
                if (sample.ReachedEnd)
                    splitter.Flush();
                return;
            }
            splitter.Push(part, offset);
            offset += part.Length;
        }
    }

    protected virtual StartCodeSplitter MakeSplitter(PlaceSample sample) => new AnnexBSplitter(sample);
}
