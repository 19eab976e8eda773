using System.Text;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision.Writers;

/// <summary>Writes small MP4 files in all the ways that the probe has to read.</summary>
internal sealed record Mp4Writer
{
    public string Codec { get; init; } = "hvc1";
    public int LengthSize { get; init; } = 4;
    public bool LongOffsets { get; init; }
    public bool MovieFirst { get; init; }
    public bool CompactSizes { get; init; }
    public int PicturesAChunk { get; init; } = 5;
    public byte[]? Record { get; init; }

    private static readonly byte[] FileType = Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp41"u8]);

    /// <summary>A file with its tables in one place; each film is a track of its own.</summary>
    public byte[] Write(params byte[][][][] films)
    {
        var tracks = films.Select(film => film.Select(picture => Picture.LengthPrefixed(picture, LengthSize)).ToArray()).ToArray();
        byte[] data = Box("mdat", [.. tracks.SelectMany(track => track).SelectMany(sample => sample)]);
        // The tables have the same length wherever the data stands, so that a first try tells it.
        var movieLength = Movie(tracks, 0).Length;
        var start = FileType.Length + 8 + (MovieFirst ? movieLength : 0);
        var movie = Movie(tracks, start);
        return MovieFirst ? [.. FileType, .. movie, .. data] : [.. FileType, .. data, .. movie];
    }

    /// <summary>A file of movie fragments with so many pictures each.</summary>
    public byte[] WriteFragments(byte[][][] film, int picturesAFragment = 12)
    {
        byte[] extends = Box("mvex", Box("trex", [.. Word(0), .. Word(1), .. Word(1), .. Word(0), .. Word(0), .. Word(0)]));
        byte[] movie = Box("moov", [.. Track(1, SampleTable([], 0)), .. extends]);
        return [.. FileType, .. movie, .. film.Chunk(picturesAFragment).SelectMany(WriteFragment)];
    }

    private byte[] WriteFragment(byte[][][] pictures)
    {
        var samples = pictures.Select(picture => Picture.LengthPrefixed(picture, LengthSize)).ToArray();
        var length = Fragment(samples, 0).Length;
        return [.. Fragment(samples, length + 8), .. Box("mdat", [.. samples.SelectMany(sample => sample)])];
    }

    private static byte[] Fragment(byte[][] samples, int dataOffset)
    {
        byte[] header = Box("tfhd", [.. Word(0x02_0000), .. Word(1)]);
        byte[] run = Box("trun", [.. Word(0x201), .. Word(samples.Length), .. Word(dataOffset), .. samples.SelectMany(sample => Word(sample.Length))]);
        return Box("moof", [.. Box("mfhd", [.. Word(0), .. Word(1)]), .. Box("traf", [.. header, .. run])]);
    }

    private byte[] Movie(byte[][][] tracks, long start)
    {
        List<byte> content = [.. Box("mvhd", new byte[100])];
        for (var index = 0; index < tracks.Length; index++)
        {
            content.AddRange(Track(index + 1, SampleTable(tracks[index], start)));
            start += tracks[index].Sum(sample => (long)sample.Length);
        }
        return Box("moov", [.. content]);
    }

    private static byte[] Track(int id, byte[] table)
    {
        byte[] header = Box("tkhd", [.. Word(0), .. Word(0), .. Word(0), .. Word(id), .. new byte[68]]);
        byte[] handler = Box("hdlr", [.. Word(0), .. Word(0), .. "vide"u8, .. new byte[13]]);
        return Box("trak", [.. header, .. Box("mdia", [.. handler, .. Box("minf", table)])]);
    }

    private byte[] SampleTable(byte[][] samples, long start)
    {
        byte[] entry = Box(Codec, [.. new byte[78], .. Box("hvcC", Picture.HevcConfiguration(LengthSize)), .. Record is null ? [] : Box("dvcC", Record)]);
        var chunks = samples.Chunk(PicturesAChunk).ToArray();
        List<byte> offsets = [];
        foreach (var chunk in chunks)
        {
            offsets.AddRange(LongOffsets ? [.. Word(start >> 32), .. Word(start)] : Word(start));
            start += chunk.Sum(sample => (long)sample.Length);
        }
        return Box("stbl",
        [
            .. Box("stsd", [.. Word(0), .. Word(1), .. entry]),
            .. Box("stsc", RunTable(chunks)),
            .. CompactSizes
                ? Box("stz2", [.. Word(0), .. Word(16), .. Word(samples.Length), .. samples.SelectMany(sample => Word(sample.Length)[2..])])
                : Box("stsz", [.. Word(0), .. Word(0), .. Word(samples.Length), .. samples.SelectMany(sample => Word(sample.Length))]),
            .. Box(LongOffsets ? "co64" : "stco", [.. Word(0), .. Word(chunks.Length), .. offsets]),
        ]);
    }

    /// <summary>One run for the full chunks and one for a shorter last.</summary>
    private static byte[] RunTable(byte[][][] chunks)
    {
        if (chunks.Length == 0)
            return [.. Word(0), .. Word(0)];
        byte[] full = [.. Word(1), .. Word(chunks[0].Length), .. Word(1)];
        if (chunks[^1].Length == chunks[0].Length)
            return [.. Word(0), .. Word(1), .. full];
        return [.. Word(0), .. Word(2), .. full, .. Word(chunks.Length), .. Word(chunks[^1].Length), .. Word(1)];
    }

    public static byte[] Box(string type, byte[] data) => [.. Word(data.Length + 8), .. Encoding.ASCII.GetBytes(type), .. data];

    public static byte[] Word(long value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
