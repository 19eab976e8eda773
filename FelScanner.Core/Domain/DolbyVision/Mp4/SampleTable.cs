using System.Buffers.Binary;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>A position in a sample table: always the first sample of a chunk.</summary>
internal record struct SampleCursor(long Chunk, long Sample, long Run);

/// <summary>
/// The tables that tell where samples lie (ISO/IEC 14496-12 clause 8.7). They stay in the file: a film's tables have megabytes, and three places of them are wanted.
/// </summary>
internal sealed record SampleTable(ProbeSource Source, Mp4Box? Sizes, Mp4Box? Runs, Mp4Box? Chunks)
{
    private const int SizesHead = 12;
    private const int TableHead = 8;
    private const int RunLength = 12;
    private const int LongestChunk = 4096;

    /// <summary>How many samples the table claims, cut to what its boxes can hold.</summary>
    public long Count { get; private init; }

    private long UniformSize { get; init; }
    private int SizeBits { get; init; }
    private long ChunkCount { get; init; }
    private long RunCount { get; init; }
    private int ChunkOffsetLength { get; init; }

    public static SampleTable Read(ProbeSource source, Mp4Box table)
    {
        Mp4Box? sizes = null, runs = null, chunks = null;
        foreach (var box in table.Children(source))
        {
            switch (box.Type)
            {
                case Mp4Types.Stsz or Mp4Types.Stz2: sizes = box; break;
                case Mp4Types.Stsc: runs = box; break;
                case Mp4Types.Stco or Mp4Types.Co64: chunks = box; break;
            }
        }
        var compact = sizes?.Type == Mp4Types.Stz2;
        var uniform = compact ? 0 : sizes?.UInt32(source, 4) ?? 0;
        var bits = compact ? (int)(sizes?.UInt32(source, 4) ?? 0) & 0xFF : 32;
        var offsetLength = chunks?.Type == Mp4Types.Co64 ? 8 : 4;
        var claimed = sizes?.UInt32(source, 8) ?? 0;
        return new SampleTable(source, sizes, runs, chunks)
        {
            UniformSize = uniform,
            SizeBits = bits,
            ChunkOffsetLength = offsetLength,
            Count = uniform > 0 ? claimed : bits == 0 ? 0 : Math.Min(claimed, ((sizes?.Length ?? 0) - SizesHead) * 8 / bits),
            RunCount = Math.Min(runs?.UInt32(source, 4) ?? 0, ((runs?.Length ?? 0) - TableHead) / RunLength),
            ChunkCount = Math.Min(chunks?.UInt32(source, 4) ?? 0, ((chunks?.Length ?? 0) - TableHead) / offsetLength),
        };
    }

    /// <summary>The chunk that holds a sample; null when the tables do not say.</summary>
    public SampleCursor? Find(long sample)
    {
        var cursor = new SampleCursor(0, 0, 0);
        while (cursor.Chunk < ChunkCount && ReadRun(cursor.Run) is var (perChunk, end))
        {
            var whole = Math.Min((sample - cursor.Sample) / perChunk, end - 1 - cursor.Chunk);
            if (cursor.Sample + (whole + 1) * perChunk > sample)
                return cursor with { Chunk = cursor.Chunk + whole, Sample = cursor.Sample + whole * perChunk };
            cursor = new SampleCursor(end, cursor.Sample + (end - cursor.Chunk) * perChunk, cursor.Run + 1);
        }
        return null;
    }

    /// <summary>The samples of the chunk at the cursor, which moves on to the next; null at the end of the tables.</summary>
    public List<Extent>? Next(ref SampleCursor cursor)
    {
        if (cursor.Chunk >= ChunkCount || cursor.Sample >= Count || ReadRun(cursor.Run) is not var (perChunk, end) || ReadChunk(cursor.Chunk) is not { } offset)
            return null;
        List<Extent> extents = [];
        var count = Math.Min(Math.Min(perChunk, LongestChunk), Count - cursor.Sample);
        for (long index = 0; index < count && ReadSize(cursor.Sample + index) is { } size; index++)
        {
            extents.Add(new Extent(offset, size));
            offset += size;
        }
        cursor = new SampleCursor(cursor.Chunk + 1, cursor.Sample + perChunk, cursor.Chunk + 1 >= end ? cursor.Run + 1 : cursor.Run);
        return extents;
    }

    /// <summary>Samples a chunk in a run, and the number of the first chunk behind it (from 0); null when the table ends or is senseless.</summary>
    private (long PerChunk, long End)? ReadRun(long run)
    {
        Span<byte> bytes = stackalloc byte[RunLength + 4];
        var last = run == RunCount - 1;
        var part = last ? bytes[..RunLength] : bytes;
        if (run >= RunCount || Runs is not { } box || !Source.TryRead(box.Data + TableHead + run * RunLength, part))
            return null;
        var first = BinaryPrimitives.ReadUInt32BigEndian(part) - 1L;
        long perChunk = BinaryPrimitives.ReadUInt32BigEndian(part[4..]);
        var end = last ? ChunkCount : BinaryPrimitives.ReadUInt32BigEndian(part[RunLength..]) - 1L;
        return perChunk > 0 && end > first && first >= 0 ? (perChunk, end) : null;
    }

    private long? ReadChunk(long chunk)
    {
        Span<byte> bytes = stackalloc byte[8];
        var part = bytes[..ChunkOffsetLength];
        if (Chunks is not { } box || !Source.TryRead(box.Data + TableHead + chunk * ChunkOffsetLength, part))
            return null;
        return ChunkOffsetLength == 8 ? BinaryPrimitives.ReadInt64BigEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part);
    }

    private long? ReadSize(long sample)
    {
        if (UniformSize > 0)
            return UniformSize;
        Span<byte> bytes = stackalloc byte[4];
        var part = bytes[..Math.Clamp(SizeBits / 8, 1, 4)];
        if (Sizes is not { } box || !Source.TryRead(box.Data + SizesHead + sample * SizeBits / 8, part))
            return null;
        return SizeBits switch
        {
            32 => BinaryPrimitives.ReadUInt32BigEndian(part),
            16 => BinaryPrimitives.ReadUInt16BigEndian(part),
            8 => part[0],
            4 => sample % 2 == 0 ? part[0] >> 4 : part[0] & 15,
            _ => null,
        };
    }
}
