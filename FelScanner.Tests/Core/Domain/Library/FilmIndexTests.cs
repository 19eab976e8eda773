using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Tests.Core.Domain.Library;

public sealed class FilmIndexTests
{
    private static readonly FilmIndex Index = FilmIndex.Build(
    [
        Film(1, "Dune", 1984), Film(2, "Dune", 2021) with { TmdbId = 438631, ImdbId = "tt1160419" }, Film(3, "Dune: Part Two", 2024),
        Film(4, "Spider-Man: Into the Spider-Verse", 2018), Film(5, "Fast & Furious", 2009), Film(6, "Rocky II", 1979), Film(7, "Amélie", 2001, "Le Fabuleux Destin d'Amélie Poulain"),
        Film(8, "Kingdom of Heaven", 2005, "Königreich der Himmel"), Film(9, "The Hurt Locker", 2009, "Tödliches Kommando"), Film(10, "千と千尋の神隠し", 2001, "Spirited Away"),
        Film(11, "Avatar", 2009), Film(12, "1917", 2019), Film(13, "Blade Runner 2049", 2017), Film(14, "The Man from U.N.C.L.E.", 2015), Film(15, "The Thing", 1982), Film(16, "The Thing", 2011),
        Film(17, "Heat", 1995), Film(18, "V for Vendetta", 2006), Film(19, "Ocean's Eleven", 2001), Film(20, "Pirates of the Caribbean: Dead Man's Chest", 2006), Film(21, "Æon Flux", 2005),
        Film(22, "Suspiria", 2018), Film(23, "Suspiria", 1977), Film(24, "A Quiet Place Part II", 2020), Film(25, "Wonder Woman 1984", 2020), Film(26, "Crash", 1996), Film(27, "Crash", 2004),
        Film(28, "Pinocchio", 2022, "Guillermo del Toro's Pinocchio"), Film(29, "Pinocchio", 2022),
    ]);

    [Theory]
    [InlineData("Dune.1984.1080p.BluRay.x264-GRP", 1)]
    [InlineData("Dune.2021.2160p.UHD.BluRay.REMUX-GRP", 2)]
    [InlineData("Dune Part Two 2024 2160p WEB-DL-GRP", 3)]
    [InlineData("Dune.Part.2.2024.2160p.WEB-DL-GRP", 3)]
    [InlineData("Dune.Part.II.2024.2160p.WEB-DL-GRP", 3)]
    [InlineData("Spiderman.Into.the.Spider.Verse.2018.1080p-GRP", 4)]
    [InlineData("Fast.and.Furious.2009.1080p-GRP", 5)]
    [InlineData("Fast.und.Furious.2009.German.1080p-GRP", 5)]
    [InlineData("Rocky.2.1979.1080p-GRP", 6)]
    [InlineData("Amelie.2001.FRENCH.1080p-GRP", 7)]
    [InlineData("Le.Fabuleux.Destin.dAmelie.Poulain.2001.1080p-GRP", 7)]
    [InlineData("Koenigreich.der.Himmel.2005.German.1080p-GRP", 8)]
    [InlineData("Konigreich der Himmel 2005 1080p-GRP", 8)]
    [InlineData("Königreich.der.Himmel.2005.German.1080p-GRP", 8)]
    [InlineData("Toedliches.Kommando.The.Hurt.Locker.2008.German.1080p-GRP", 9)]
    [InlineData("Hurt.Locker.2008.1080p-GRP", 9)]
    [InlineData("千と千尋の神隠し.2001.1080p-GRP", 10)]
    [InlineData("Spirited.Away.AKA.Sen.to.Chihiro.2001.1080p-GRP", 10)]
    [InlineData("Avatar.2009.2022.1080p.BluRay-GRP", 11)]
    [InlineData("Avatar.Extended.Collectors.Cut.2010.1080p-GRP", 11)]
    [InlineData("1917.2019.1080p-GRP", 12)]
    [InlineData("Blade.Runner.2049.2017.1080p-GRP", 13)]
    [InlineData("The.Man.From.UNCLE.2015.1080p-GRP", 14)]
    [InlineData("Heat.1080p.BluRay.x264-GRP", 17)]
    [InlineData("V.for.Vendetta.2005.1080p-GRP", 18)]
    [InlineData("Oceans.11.2001.1080p-GRP", 19)]
    [InlineData("Pirates of the Caribbean Dead Mans Chest 2006 1080p-GRP", 20)]
    [InlineData("Aeon.Flux.2005.1080p-GRP", 21)]
    [InlineData("A.Quiet.Place.Part.Two.2021.1080p-GRP", 24)]
    [InlineData("Wonder.Woman.1984.2020.1080p-GRP", 25)]
    [InlineData("Guillermo.del.Toros.Pinocchio.2022.1080p-GRP", 28)]
    public void A_release_finds_its_film(string name, long expected)
    {
        var match = Index.Find(ReleaseNameParser.Parse(name), null, null);

        Assert.Equal(expected, Assert.IsType<FilmMatch.One>(match).Film.Id);
    }

    [Theory]
    [InlineData("Dune.1080p.BluRay.x264-GRP")]
    [InlineData("The.Thing.1080p.BluRay.x264-GRP")]
    [InlineData("Pinocchio.2022.1080p.WEB-DL-GRP")]
    public void Several_films_that_fit_are_told_as_several(string name)
    {
        var match = Index.Find(ReleaseNameParser.Parse(name), null, null);

        Assert.IsType<FilmMatch.Several>(match);
    }

    [Theory]
    [InlineData("Dune.2000.1080p.BluRay.x264-GRP")]
    [InlineData("Heat.1986.1080p.BluRay.x264-GRP")]
    [InlineData("Suspiria.1988.1080p.BluRay.x264-GRP")]
    [InlineData("Heatwave.1995.1080p.BluRay.x264-GRP")]
    [InlineData("Batman: The Man Who Laughs 2008 1080p-GRP")]
    public void A_remake_or_another_title_never_fits(string name)
    {
        var match = Index.Find(ReleaseNameParser.Parse(name), null, null);

        Assert.IsType<FilmMatch.None>(match);
    }

    [Fact]
    public void An_exact_year_beats_one_that_is_a_year_apart()
    {
        var index = FilmIndex.Build([Film(1, "Halloween", 2018), Film(2, "Halloween", 2019)]);

        var match = index.Find(ReleaseNameParser.Parse("Halloween.2018.1080p-GRP"), null, null);

        Assert.Equal(new FilmMatch.One(Film(1, "Halloween", 2018), YearApart: false).Film.Id, Assert.IsType<FilmMatch.One>(match).Film.Id);
    }

    [Fact]
    public void Two_films_a_year_to_either_side_are_unsure()
    {
        var index = FilmIndex.Build([Film(1, "Halloween", 2017), Film(2, "Halloween", 2019)]);

        var match = index.Find(ReleaseNameParser.Parse("Halloween.2018.1080p-GRP"), null, null);

        Assert.Equal(2, Assert.IsType<FilmMatch.Several>(match).Films.Count);
    }

    [Fact]
    public void A_year_that_differs_by_one_is_told()
    {
        var match = Index.Find(ReleaseNameParser.Parse("Heat.1996.1080p-GRP"), null, null);

        Assert.True(Assert.IsType<FilmMatch.One>(match).YearApart);
    }

    [Theory]
    [InlineData(438631, null)]
    [InlineData(null, "tt1160419")]
    [InlineData(null, "1160419")]
    public void An_id_decides_whatever_the_title(int? tmdb, string? imdb)
    {
        var match = Index.Find(ReleaseNameParser.Parse("Duna.2021.1080p-GRP"), tmdb, imdb);

        Assert.Equal(2, Assert.IsType<FilmMatch.One>(match).Film.Id);
    }

    [Fact]
    public void A_film_that_is_put_again_is_found_by_its_new_title_alone()
    {
        var index = FilmIndex.Build([Film(1, "Old Title", 2020)]);

        index.Put(Film(1, "New Title", 2020));

        Assert.IsType<FilmMatch.One>(index.Find(ReleaseNameParser.Parse("New.Title.2020.1080p-GRP"), null, null));
        Assert.IsType<FilmMatch.None>(index.Find(ReleaseNameParser.Parse("Old.Title.2020.1080p-GRP"), null, null));
    }

    [Fact]
    public void A_removed_film_is_found_no_more()
    {
        var index = FilmIndex.Build([Film(1, "Heat", 1995)]);

        index.Remove(1);

        Assert.Equal(0, index.Count);
        Assert.IsType<FilmMatch.None>(index.Find(ReleaseNameParser.Parse("Heat.1995.1080p-GRP"), null, null));
    }

    [Fact]
    public void A_name_without_a_title_fits_no_film()
    {
        var match = Index.Find(ReleaseNameParser.Parse("..."), null, null);

        Assert.IsType<FilmMatch.None>(match);
    }

    private static Film Film(long id, string title, int year, params string[] others) => new() { Id = id, Title = title, Year = year, OtherTitles = others };
}
