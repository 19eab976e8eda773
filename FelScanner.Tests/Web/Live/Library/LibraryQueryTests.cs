using FelScanner.Web.Live.Library;

namespace FelScanner.Tests.Web.Live.Library;

public sealed class LibraryQueryTests
{
    private static LibraryChoice Choice(string word) => LibraryQuery.Choices.Single(choice => choice.Word == word);

    [Fact]
    public void Choices_of_different_groups_hold_together_and_of_one_group_the_last_holds()
    {
        var query = new LibraryQuery(null, null, null, false).With(Choice("p8")).With(Choice("atmos")).With(Choice("p5")).With(Choice("not_in_radarr"));

        Assert.Equal(["atmos", "p5", "not_in_radarr"], query.Words);
        Assert.Equal(["atmos", "not_in_radarr"], query.With(Choice("p5")).Words);
    }

    [Fact]
    public void Everything_stands_in_the_address()
    {
        var query = new LibraryQuery("mel,atmos", "the thing", "size", true);

        Assert.Equal("library?kind=mel,atmos&q=the thing&sort=size&down=true", Uri.UnescapeDataString(query.Address));
        Assert.Equal("api/library/export?filter=mel,atmos&q=the thing", Uri.UnescapeDataString(query.ExportAddress));
    }

    [Theory]
    [InlineData("title", null, false, "title", true)]
    [InlineData("size", null, false, "size", true)]
    [InlineData("size", "size", true, "size", false)]
    [InlineData("title", "size", true, "title", false)]
    public void A_column_sorts_the_way_people_ask_for_it_and_again_the_other_way(string column, string? before, bool down, string sort, bool descending)
    {
        var address = new LibraryQuery(null, null, before, down).SortedBy(column);

        Assert.Equal(new LibraryQuery(null, null, sort, descending).Address, address);
    }
}
