using FelScanner.Core.Domain.DolbyVision.Bitstream;

namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>Hands the wanted NAL units of an HEVC byte stream to a sample and counts its pictures.</summary>
internal sealed class AnnexBSplitter(PlaceSample sample) : StartCodeSplitter(2, RpuParser.LongestRpu + NalHeader.Length)
{
    protected override bool Wants(ReadOnlySpan<byte> head)
    {
        sample.Unit();
        if (NalHeader.StartsPicture(head))
            sample.Frame();
        return NalHeader.IsWanted(NalHeader.TypeOf(head));
    }

    protected override void Take(ReadOnlySpan<byte> unit, long offset) => sample.Nal(unit, offset);
}
