using FelScanner.Web.Security;
using Microsoft.AspNetCore.Http;

namespace FelScanner.Tests.Web.Security;

public sealed class LiveConnectionsTests
{
    [Fact]
    public void One_person_has_no_more_pages_than_a_household_needs()
    {
        var connections = new LiveConnections();
        for (var n = 0; n < LiveConnections.MostOfOnePerson; n++)
            connections.Add(new DefaultHttpContext(), Someone("anna"));

        Assert.False(connections.Add(new DefaultHttpContext(), Someone("anna")));
        Assert.True(connections.Add(new DefaultHttpContext(), Someone("berta")));
    }

    [Fact]
    public void A_closed_page_makes_room()
    {
        var connections = new LiveConnections();
        HttpContext[] pages = [.. Enumerable.Range(0, LiveConnections.MostOfOnePerson).Select(_ => new DefaultHttpContext())];
        foreach (var page in pages)
            connections.Add(page, Someone("anna"));

        connections.Remove(pages[0]);

        Assert.True(connections.Add(new DefaultHttpContext(), Someone("anna")));
    }

    private static Person Someone(string name) => new(name, PersonKind.Owner, MayWrite: true, SessionId: "s");
}
