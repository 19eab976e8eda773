using System.Security.Cryptography;
using System.Text;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Domain.Downloads;

public sealed class TorrentFileTests
{
    [Fact]
    public void A_version_1_torrent_is_known_by_the_SHA_1_of_its_raw_info()
    {
        var file = TorrentMaker.Single("Movie.2024.2160p.mkv");
        var text = Encoding.Latin1.GetString(file);
        var info = text[(text.IndexOf("4:info", StringComparison.Ordinal) + 6)..^1];

        var torrent = TorrentFile.Read(file)!;

#pragma warning disable CA5350 // BitTorrent names its torrents by SHA-1.
        Assert.Equal(Convert.ToHexStringLower(SHA1.HashData(Encoding.Latin1.GetBytes(info))), torrent.InfoHash);
#pragma warning restore CA5350
    }

    [Fact]
    public void A_version_2_torrent_is_known_by_its_shortened_SHA_256()
    {
        var info = $"9:file treed9:Movie.mkvd0:d6:lengthi42e11:pieces root32:{new string('r', 32)}eee12:meta versioni2e4:name9:Movie.mkv12:piece lengthi16384e";
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes($"d{info}e")));

        var torrent = TorrentFile.Read(TorrentMaker.Root(info))!;

        Assert.Equal((expected[..40], null, expected), (torrent.InfoHash, torrent.InfoHashV1, torrent.InfoHashV2));
        Assert.Equal([new TorrentEntry("Movie.mkv", 42)], torrent.Files);
    }

    [Fact]
    public void A_folder_torrent_lists_its_files_without_its_own_folder()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie (2024)", (["Movie.mkv"], 70), (["Subs", "en.srt"], 5)))!;

        Assert.Equal([new TorrentEntry("Movie.mkv", 70), new TorrentEntry("Subs/en.srt", 5)], torrent.Files);
        Assert.Equal((true, true, 75L), (torrent.HasFolder, torrent.IsPrivate, torrent.TotalBytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Login</body></html>")]
    [InlineData("d4:infoe")]
    [InlineData("d4:infod4:name1:aee")]
    [InlineData("d4:infod6:lengthi5e4:name1:a6:pieces0:ee trailing")]
    [InlineData("d4:infod6:lengthi-5e4:name1:a6:pieces0:ee")]
    [InlineData("d4:infod6:lengthi99999999999999999999e4:name1:a6:pieces0:ee")]
    [InlineData("d4:infod6:lengthi5e6:lengthi6e4:name1:a6:pieces0:ee")]
    [InlineData("d4:infod5:filesld6:lengthi9223372036854775807e4:pathl1:aeed6:lengthi9e4:pathl1:beee4:name1:a6:pieces0:ee")]
    [InlineData("d4:infod5:filesld6:lengthi1e4:pathli1eeee4:name1:a6:pieces0:ee")]
    [InlineData("d4:info99999999999:")]
    [InlineData("i12")]
    public void What_is_no_torrent_reads_as_nothing(string text) => Assert.Null(TorrentFile.Read(TorrentMaker.Latin(text)));

    [Fact]
    public void Deep_nesting_reads_as_nothing()
    {
        var deep = TorrentMaker.Latin(new string('l', 5_000_000) + new string('e', 5_000_000));

        Assert.Null(Bencode.Read(deep));
    }

    [Fact]
    public void Every_cut_of_a_torrent_reads_as_nothing()
    {
        var file = TorrentMaker.Folder("Movie", (["Movie.mkv"], 70));

        Assert.All(Enumerable.Range(0, file.Length), cut => Assert.Null(TorrentFile.Read(file.AsMemory(0, cut))));
    }
}
