using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Plex;

public sealed class PlexCollectionsTests
{
    private static readonly PlexSection Movies = new("1", "Movies", ["/data/movies"]);

    [Fact]
    public async Task A_collection_is_made_with_the_servers_name_and_its_films()
    {
        var stub = PlexAnswers.Server().On("POST", "/library/collections", 200, """{"MediaContainer":{"Metadata":[{"ratingKey":"900","title":"DV FEL Profile 7"}]}}""");
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        var made = await clients.Collections.CreateAsync(Movies, "DV FEL Profile 7", ["1", "2"], TestContext.Current.CancellationToken);

        Assert.Equal("900", made.Key);
        Assert.Contains("title=DV%20FEL%20Profile%207&smart=0&sectionId=1", stub.Calls[^1].Address.Query, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("server://abc123/com.plexapp.plugins.library/library/metadata/1,2"), stub.Calls[^1].Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_films_are_added_fifty_at_a_time()
    {
        var stub = PlexAnswers.Server().On("PUT", "/library/collections/900/items", 200, "{}");
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        await clients.Collections.AddAsync(new PlexCollection("900", "FEL", false), [.. Enumerable.Range(1, 120).Select(n => $"{n}")], TestContext.Current.CancellationToken);

        Assert.Equal(3, stub.CountOf("PUT", "/library/collections/900/items"));
    }

    [Fact]
    public async Task A_smart_collection_is_never_changed()
    {
        var stub = new StubHttp();
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        await Assert.ThrowsAsync<ServiceFault>(() => clients.Collections.AddAsync(new PlexCollection("900", "FEL", true), ["1"], TestContext.Current.CancellationToken));

        Assert.Empty(stub.Calls);
    }

    [Fact]
    public async Task A_collection_is_found_by_its_title_with_its_members()
    {
        var stub = PlexAnswers.Server()
            .On("GET", "/library/sections/1/collections", 200, """{"MediaContainer":{"size":1,"totalSize":1,"Metadata":[{"ratingKey":"900","title":"All Dolby Vision","smart":"1"}]}}""")
            .On("GET", "/library/collections/900/items", 200, """{"MediaContainer":{"size":2,"totalSize":2,"Metadata":[{"ratingKey":"1"},{"ratingKey":2}]}}""");
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        var found = await clients.Collections.FindAsync(Movies, "all dolby vision", TestContext.Current.CancellationToken);

        Assert.Equal(new PlexCollection("900", "All Dolby Vision", true), found);
        Assert.Equal(["1", "2"], await clients.Collections.MembersAsync(found!, TestContext.Current.CancellationToken));
    }
}
