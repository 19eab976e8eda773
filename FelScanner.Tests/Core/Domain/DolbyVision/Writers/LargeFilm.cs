using System.Text;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision.Writers;

/// <summary>Films of two hours and 80 GB that take no space.</summary>
internal static class LargeFilm
{
    private const int PicturesACluster = 24;
    private const int PictureBytes = 460_000;
    private const int Slices = 6;
    private const int Clusters = 7_200;

    /// <summary>A remux as mkvmerge writes it: the index at the end, sound between the pictures.</summary>
    public static SparseStream Matroska(RpuRecipe recipe, RpuRecipe? later = null, bool cues = true)
    {
        var cluster = Cluster(recipe);
        byte[] tracks = Element(0x1654AE6B, Element(0xAE,
            [.. Element(0xD7, [1]), .. Element(0x83, [1]), .. Element(0x86, Encoding.ASCII.GetBytes("V_MPEGH/ISO/HEVC")), .. Element(0x63A2, Picture.HevcConfiguration(4))]));
        byte[] seek(long position) => Element(0x114D9B74, Element(0x4DBB, [.. Element(0x53AB, [0x1C, 0x53, 0xBB, 0x6B]), .. Element(0x53AC, Eight(position))]));
        var first = seek(0).Length + tracks.Length;
        byte[] index = cues ? Cues(first, cluster.Length) : [];
        var size = first + cluster.Length * Clusters + index.Length;
        byte[] ebml = Element(0x1A45DFA3, []);
        byte[] head = [.. ebml, 0x18, 0x53, 0x80, 0x67, 0x01, .. Eight(size)[1..], .. seek(first + cluster.Length * Clusters), .. tracks];
        return new SparseStream(head, cluster, Clusters, index) { Later = later is null ? null : (Clusters * 9 / 10, Cluster(later)) };
    }

    /// <summary>A disc's stream: nothing in it can be jumped over.</summary>
    public static SparseStream Bluray(RpuRecipe recipe)
    {
        var film = Picture.Film(PicturesACluster, recipe, PictureBytes);
        var stretch = new SparseStretch().Add(new TransportStreamWriter { Bluray = true, TwoStreams = true }.Write(film));
        return new SparseStream([], stretch, Clusters, []);
    }

    /// <summary>An MP4 whose tables have megabytes and stand at the end.</summary>
    public static SparseStream Mp4(RpuRecipe recipe)
    {
        var sample = AddPicture(new SparseStretch(), recipe);
        long count = Clusters * PicturesACluster;
        var dataLength = sample.Length * count;
        byte[] head = [.. Mp4Writer.Box("ftyp", [.. "isom"u8, 0, 0, 2, 0]), 0, 0, 0, 1, .. "mdat"u8, .. Eight(dataLength + 16)];
        byte[] entry = Mp4Writer.Box("hvc1", [.. new byte[78], .. Mp4Writer.Box("hvcC", Picture.HevcConfiguration(4))]);
        var sizes = Table(count, _ => Mp4Writer.Word(sample.Length));
        var offsets = Table(count, at => Eight(head.Length + at * sample.Length));
        byte[] table = Mp4Writer.Box("stbl",
        [
            .. Mp4Writer.Box("stsd", [.. Mp4Writer.Word(0), .. Mp4Writer.Word(1), .. entry]),
            .. Mp4Writer.Box("stsc", [.. Mp4Writer.Word(0), .. Mp4Writer.Word(1), .. Mp4Writer.Word(1), .. Mp4Writer.Word(1), .. Mp4Writer.Word(1)]),
            .. Mp4Writer.Box("stsz", [.. Mp4Writer.Word(0), .. Mp4Writer.Word(0), .. Mp4Writer.Word(count), .. sizes]),
            .. Mp4Writer.Box("co64", [.. Mp4Writer.Word(0), .. Mp4Writer.Word(count), .. offsets]),
        ]);
        byte[] handler = Mp4Writer.Box("hdlr", [.. new byte[8], .. "vide"u8, .. new byte[13]]);
        byte[] movie = Mp4Writer.Box("moov", Mp4Writer.Box("trak", [.. Mp4Writer.Box("tkhd", new byte[84]), .. Mp4Writer.Box("mdia", [.. handler, .. Mp4Writer.Box("minf", table)])]));
        return new SparseStream(head, sample, count, movie);
    }

    private static byte[] Table(long count, Func<long, byte[]> entry)
    {
        var stream = new MemoryStream();
        for (long at = 0; at < count; at++)
            stream.Write(entry(at));
        return stream.ToArray();
    }

    private static SparseStretch Cluster(RpuRecipe recipe)
    {
        var content = new SparseStretch().Add(Element(0xE7, [0]));
        for (var picture = 0; picture < PicturesACluster; picture++)
        {
            var frame = AddPicture(new SparseStretch(), recipe).Length;
            content.Add([0xA3, 0x01, .. Eight(frame + 4)[1..], 0x81, 0, 0, 0]);
            AddPicture(content, recipe);
            for (var sound = 0; sound < 4; sound++)
                content.Add([0xA3, 0x01, .. Eight(2004)[1..], 0x82, 0, 0, 0]).Skip(2000);
        }
        var length = content.Length;
        var cluster = new SparseStretch().Add([0x1F, 0x43, 0xB6, 0x75, 0x01, .. Eight(length)[1..]]);
        return content.AppendTo(cluster);
    }

    /// <summary>Always of the same length, whatever the RPU's.</summary>
    private static SparseStretch AddPicture(SparseStretch stretch, RpuRecipe recipe)
    {
        const int sliceBytes = PictureBytes / Slices;
        const int room = 1024;
        var rpu = RpuWriter.Nal(recipe);
        for (var slice = 0; slice < Slices; slice++)
        {
            var length = slice == Slices - 1 ? sliceBytes + room - rpu.Length : sliceBytes;
            stretch.Add([.. Mp4Writer.Word(length), 0x02, 0x01, 0xD0]).Skip(length - 3);
        }
        return stretch.Add([.. Mp4Writer.Word(rpu.Length), .. rpu]);
    }

    private static byte[] Cues(long first, long clusterLength) => Element(0x1C53BB6B, Table(Clusters, at =>
        Element(0xBB, [.. Element(0xB3, Eight(at * 1000)), .. Element(0xB7, [.. Element(0xF7, [1]), .. Element(0xF1, Eight(first + at * clusterLength))])])));

    private static byte[] Element(uint id, byte[] data) => MatroskaWriter.Element(id, data);

    private static byte[] Eight(long value) => [.. Mp4Writer.Word(value >> 32), .. Mp4Writer.Word(value)];
}
