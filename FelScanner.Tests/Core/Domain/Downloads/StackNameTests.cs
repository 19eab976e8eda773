using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Domain.Downloads;

public sealed class StackNameTests
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData(7, EnhancementLayer.Fel, HdrKind.Hdr10, "2160p DV FEL")]
    [InlineData(7, EnhancementLayer.Mel, HdrKind.Hdr10, "2160p DV MEL")]
    [InlineData(7, EnhancementLayer.Unknown, HdrKind.Hdr10, "2160p DV P7")]
    [InlineData(8, EnhancementLayer.None, HdrKind.Hdr10Plus, "2160p DV P8")]
    [InlineData(5, EnhancementLayer.None, HdrKind.Unknown, "2160p DV P5")]
    [InlineData(null, EnhancementLayer.Unknown, HdrKind.Hdr10Plus, "2160p HDR10+")]
    [InlineData(null, EnhancementLayer.Unknown, HdrKind.Unknown, "2160p")]
    public void The_label_says_what_is_known_and_no_more(int? profile, EnhancementLayer layer, HdrKind hdr, string label)
    {
        var quality = A.Quality(profile: profile, layer: layer, hdr: hdr);

        Assert.Equal(label, StackName.Label(quality));
    }

    [Fact]
    public void Dolby_Vision_of_unknown_profile_is_only_that() =>
        Assert.Equal("2160p DV", StackName.Label(A.Quality(profile: null, dolbyVision: true)));

    [Theory]
    [InlineData("Movie", 2021, "Movie (2021) - 2160p DV FEL")]
    [InlineData("Mission: Impossible", 1996, "Mission - Impossible (1996) - 2160p DV FEL")]
    [InlineData("Face/Off", 1997, "Face-Off (1997) - 2160p DV FEL")]
    [InlineData("What If…?", 2021, "What If… (2021) - 2160p DV FEL")]
    [InlineData("\"Quoted\" <b> | *", 2020, "'Quoted' b - (2020) - 2160p DV FEL")]
    [InlineData("Amélie", null, "Amélie - 2160p DV FEL")]
    [InlineData("...", 2000, "Film (2000) - 2160p DV FEL")]
    public void What_a_file_system_forbids_is_replaced(string title, int? year, string stem) =>
        Assert.Equal(stem, StackName.Stems(title, year, A.Quality(profile: 7, layer: EnhancementLayer.Fel), null)[0]);

    [Fact]
    public void A_title_without_end_still_fits_into_a_file_name()
    {
        var stem = StackName.Stems(string.Concat(Enumerable.Repeat("長い題名🎬", 60)), 2021, A.Quality(profile: 7, layer: EnhancementLayer.Fel), null)[^1];

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(stem + ".mkv"), 100, 255);
    }

    [Fact]
    public void The_film_and_what_belongs_to_it_are_renamed_and_the_film_comes_last()
    {
        string[] files = ["Movie.2021-GRP/Movie.2021-GRP.mkv", "Movie.2021-GRP.en.srt", "Movie.2021-GRP.nfo", "Sample/sample.mkv", "cover.jpg"];

        var plan = StackName.Plan(files, files[0], Stems(), Nothing);

        Assert.Equal(
            [new("Movie.2021-GRP.en.srt", "Movie (2021) - 2160p DV FEL.en.srt"), new("Movie.2021-GRP.nfo", "Movie (2021) - 2160p DV FEL.nfo"), new FileRename(files[0], "Movie (2021) - 2160p DV FEL.mkv")],
            plan);
    }

    [Fact]
    public void A_name_that_is_taken_is_left_alone()
    {
        HashSet<string> taken = new(["movie (2021) - 2160p dv fel.MKV", "Movie (2021) - 2160p DV FEL GRP.mkv"], StringComparer.OrdinalIgnoreCase);

        var plan = StackName.Plan(["a.mkv"], "a.mkv", Stems(), taken);

        Assert.Equal("Movie (2021) - 2160p DV FEL 2.mkv", Assert.Single(plan).To);
    }

    [Theory]
    [InlineData("Movie (2021) - 2160p DV FEL.mkv")]
    [InlineData("Movie (2021) - 2160p DV FEL GRP.mkv")]
    public void A_film_that_has_its_name_keeps_it(string film) =>
        Assert.Empty(StackName.Plan([film, "cover.jpg"], film, Stems(), Nothing));

    [Fact]
    public void What_stands_beside_the_film_never_takes_the_name_of_another()
    {
        HashSet<string> taken = new(["movie.nfo"], StringComparer.OrdinalIgnoreCase);

        var plan = StackName.Plan(["Movie.2021-GRP.mkv", "Movie.nfo"], "Movie.2021-GRP.mkv", ["Movie.2021-GRP"], taken);

        Assert.Equal(new FileRename("Movie.nfo", "Movie.2021-GRP.Movie.nfo"), Assert.Single(plan));
    }

    private static IReadOnlyList<string> Stems() => StackName.Stems("Movie", 2021, A.Quality(profile: 7, layer: EnhancementLayer.Fel), "GRP");
}
