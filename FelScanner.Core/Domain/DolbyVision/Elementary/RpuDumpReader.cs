using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Elementary;

/// <summary>Reads a dump of RPUs as dovi_tool writes it: each behind a start code of four bytes, with or without its NAL header.</summary>
internal sealed class RpuDumpReader(ProbeSource source) : ElementaryReader(source)
{
    public override string Container => "rpu";

    // Dense in RPUs: a larger dump is sampled so that it does not take longer than a film.
    public override long WholeLimit => 2 << 20;

    protected override StartCodeSplitter MakeSplitter(PlaceSample sample) => new DumpSplitter(sample);

    private sealed class DumpSplitter(PlaceSample sample) : StartCodeSplitter(3, RpuParser.LongestRpu + NalHeader.Length)
    {
        protected override bool Wants(ReadOnlySpan<byte> head) => true;

        protected override void Take(ReadOnlySpan<byte> unit, long offset)
        {
            sample.Frame();
            if (NalHeader.TypeOf(unit) == NalHeader.Rpu)
                sample.Nal(unit, offset);
            else
                sample.Rpu(unit, offset);
        }
    }
}
