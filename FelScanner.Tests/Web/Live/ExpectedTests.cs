using FelScanner.Tests.Support;
using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Live;

public sealed class ExpectedTests
{
    [Fact]
    public void A_proven_approval_stays_away_but_is_not_on_its_way_any_more()
    {
        var expected = new Expected();
        var request = A.Request();

        expected.Approve(request);
        expected.Prove(request.RequestId);

        Assert.True(expected.Holds(request.RequestId));
        Assert.Empty(expected.Coming);
    }

    [Fact]
    public void One_that_came_to_nothing_is_back_and_the_page_hears_of_it()
    {
        var expected = new Expected();
        var request = A.Request();
        var heard = 0;
        expected.Changed += () => heard++;

        expected.Approve(request);
        expected.TakeBack(request.RequestId);

        Assert.False(expected.Holds(request.RequestId));
        Assert.Equal(2, heard);
    }
}
