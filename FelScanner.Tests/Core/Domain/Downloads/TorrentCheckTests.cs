using FelScanner.Core.Domain.Downloads;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Domain.Downloads;

public sealed class TorrentCheckTests
{
    [Theory]
    [InlineData("..")]
    [InlineData("../../etc")]
    [InlineData("/etc")]
    [InlineData("a/../../b")]
    [InlineData("C:\\Windows")]
    [InlineData("..\\up")]
    [InlineData("a\0b")]
    [InlineData("")]
    [InlineData(" .. ")]
    public void A_name_that_leads_out_is_refused(string part)
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", ([part, "Movie.mkv"], 70)))!;

        Assert.Contains("leads out", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_torrent_named_dot_dot_is_refused()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("..", (["Movie.mkv"], 70)))!;

        Assert.Contains("leads out", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Movie.mkv.exe")]
    [InlineData("codec.EXE")]
    [InlineData("setup.msi")]
    [InlineData("play.lnk")]
    [InlineData("run.sh")]
    [InlineData("sneaky.scr ")]
    public void A_program_is_refused(string name)
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", (["Movie.mkv"], 70), ([name], 1)))!;

        Assert.Contains("program", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_menus_of_a_Blu_ray_are_no_programs()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", (["BDMV", "STREAM", "00001.m2ts"], 70), (["BDMV", "JAR", "00000.jar"], 1)))!;

        Assert.Empty(TorrentCheck.Problems(torrent));
    }

    [Fact]
    public void A_torrent_without_a_video_is_refused()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", (["movie.rar"], 70)))!;

        Assert.Contains("no video", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_alone_are_no_film()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", (["movie.rar"], 70), (["movie.r00"], 70)))!;

        Assert.Contains("only archives", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_of_films_is_refused()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Trilogy", [.. Enumerable.Range(1, 3).Select(n => (new[] { $"Part {n}.mkv" }, 60_000_000_000L))]))!;

        Assert.Contains("3 films", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_with_its_extras_is_no_pack()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", (["Movie.mkv"], 60_000_000_000), (["Extras", "a.mkv"], 4_000_000_000), (["Extras", "b.mkv"], 5_000_000_000)))!;

        Assert.Empty(TorrentCheck.Problems(torrent));
    }

    [Fact]
    public void Thousands_of_files_are_refused()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Movie", [.. Enumerable.Range(0, 2001).Select(n => (new[] { $"{n}.mkv" }, 1L))]))!;

        Assert.Contains("2001 files", Assert.Single(TorrentCheck.Problems(torrent)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_release_is_fine()
    {
        var torrent = TorrentFile.Read(TorrentMaker.Folder("Amélie (2001) – ünï", (["Amélie.2001.2160p.mkv"], 70_000_000_000), (["Amélie.nfo"], 5)))!;

        Assert.Empty(TorrentCheck.Problems(torrent));
        Assert.Equal("Amélie.2001.2160p.mkv", TorrentCheck.MainFile(torrent)!.Path);
    }
}
