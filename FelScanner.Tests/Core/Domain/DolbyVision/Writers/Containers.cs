using FelScanner.Web.Demo.Media;
namespace FelScanner.Tests.Core.Domain.DolbyVision.Writers;

/// <summary>Every container and every way of storing that is written here, by name, around any film.</summary>
internal static class Containers
{
    private static readonly byte[] Stripped = [0, 0, 0, 3, 0x46, 0x01];
    private static readonly byte[] LayerDescriptor = [1, 0, 0x0E, 0x36, 0x80, 0x8F, 0x6F];

    public static IReadOnlyDictionary<string, (string Container, Func<byte[][][], byte[]> Write)> All { get; } = new Dictionary<string, (string, Func<byte[][][], byte[]>)>
    {
        ["mkv"] = ("mkv", new MatroskaWriter().Write),
        ["mkv, block groups"] = ("mkv", new MatroskaWriter { BlockGroups = true }.Write),
        ["mkv, unknown sizes"] = ("mkv", new MatroskaWriter { UnknownSizes = true }.Write),
        ["mkv, no cues"] = ("mkv", new MatroskaWriter { Cues = false }.Write),
        ["mkv, unknown sizes, no cues"] = ("mkv", new MatroskaWriter { UnknownSizes = true, Cues = false }.Write),
        ["mkv, header stripping"] = ("mkv", new MatroskaWriter { Stripped = Stripped }.Write),
        ["mkv, zlib"] = ("mkv", new MatroskaWriter { Zlib = true }.Write),
        ["mkv, header stripping and zlib"] = ("mkv", new MatroskaWriter { Stripped = Stripped, Zlib = true }.Write),
        ["mkv, Xiph lacing"] = ("mkv", new MatroskaWriter { Lacing = Lacing.Xiph }.Write),
        ["mkv, fixed lacing"] = ("mkv", new MatroskaWriter { Lacing = Lacing.Fixed }.Write),
        ["mkv, EBML lacing"] = ("mkv", new MatroskaWriter { Lacing = Lacing.Ebml }.Write),
        ["mkv, lengths of 2"] = ("mkv", new MatroskaWriter { LengthSize = 2 }.Write),
        ["mkv, lengths of 3"] = ("mkv", new MatroskaWriter { LengthSize = 3 }.Write),
        ["mp4, movie last"] = ("mp4", film => new Mp4Writer().Write(film)),
        ["mp4, movie first"] = ("mp4", film => new Mp4Writer { MovieFirst = true }.Write(film)),
        ["mp4, long offsets"] = ("mp4", film => new Mp4Writer { LongOffsets = true }.Write(film)),
        ["mp4, compact sizes"] = ("mp4", film => new Mp4Writer { CompactSizes = true }.Write(film)),
        ["mp4, dvhe, lengths of 2"] = ("mp4", film => new Mp4Writer { Codec = "dvhe", LengthSize = 2 }.Write(film)),
        ["mp4, one picture a chunk"] = ("mp4", film => new Mp4Writer { PicturesAChunk = 1 }.Write(film)),
        ["mp4, fragments"] = ("mp4", film => new Mp4Writer().WriteFragments(film)),
        ["mp4, two tracks"] = ("mp4", TwoTracks),
        ["ts"] = ("ts", new TransportStreamWriter().Write),
        ["ts, private data with a descriptor"] = ("ts", new TransportStreamWriter { StreamType = 6, Descriptor = [1, 0, 0x0E, 0x37, 0x6F] }.Write),
        ["ts, no programme tables"] = ("ts", new TransportStreamWriter { ProgrammeTables = false }.Write),
        ["ts, two streams"] = ("ts", new TransportStreamWriter { TwoStreams = true, Descriptor = LayerDescriptor }.Write),
        ["m2ts"] = ("m2ts", new TransportStreamWriter { Bluray = true }.Write),
        ["m2ts, two streams"] = ("m2ts", new TransportStreamWriter { Bluray = true, TwoStreams = true, Descriptor = LayerDescriptor }.Write),
        ["hevc"] = ("hevc", Picture.AnnexB),
    };

    /// <summary>As old files have it: the picture in one track, the layer and the RPUs in another.</summary>
    private static byte[] TwoTracks(byte[][][] film)
    {
        byte[][][] basis = [.. film.Select(picture => picture.Where(nal => nal[0] < 0x7C).ToArray())];
        byte[][][] layer = [.. film.Select(picture => picture.Where(nal => nal[0] >= 0x7C).ToArray())];
        return new Mp4Writer().Write(basis, layer);
    }
}
