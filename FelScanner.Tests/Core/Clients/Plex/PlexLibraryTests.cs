using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Plex;

public sealed class PlexLibraryTests
{
    private const string All = "/library/sections/1/all";
    private static readonly PlexSection Movies = new("1", "Movies", ["/data/movies"]);

    [Fact]
    public async Task A_list_is_read_page_by_page_until_its_total()
    {
        var stub = new StubHttp().On("GET", All, call => Page(call, total: 1200));
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        var keys = await KeysAsync(clients);

        Assert.Equal((1200, 1200, 3), (keys.Count, keys.Distinct().Count(), stub.Calls.Count));
        Assert.Equal("plextoken", stub.Calls[0].Header("X-Plex-Token"));
        Assert.DoesNotContain("plextoken", stub.Calls[0].Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_too_much_is_asked_for_in_halves()
    {
        var stub = new StubHttp().On("GET", All, call => Asked(call, "Size") > 125 ? new StubAnswer(500) : Page(call, total: 300));
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        var keys = await KeysAsync(clients);

        Assert.Equal(300, keys.Distinct().Count());
        Assert.Equal([500, 250, 125, 125, 125], stub.Calls.Select(c => Asked(c, "Size")));
    }

    [Fact]
    public async Task A_server_that_delivers_no_page_at_all_is_a_fault()
    {
        var stub = new StubHttp().On("GET", All, 500);
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        await Assert.ThrowsAsync<ServiceFault>(() => KeysAsync(clients));

        Assert.Equal([500, 250, 125, 62, 50], stub.Calls.Select(c => Asked(c, "Size")));
    }

    [Fact]
    public async Task One_film_that_cannot_be_described_costs_only_itself()
    {
        string[] keys = [.. Enumerable.Range(1, 100).Select(n => $"{n}")];
        var stub = new StubHttp();
        foreach (var size in (int[])[1, 2, 3, 4, 5, 6, 7, 12, 13, 25, 50])
        {
            for (var start = 1; start + size - 1 <= 100; start++)
            {
                string[] batch = [.. Enumerable.Range(start, size).Select(n => $"{n}")];
                stub.On("GET", "/library/metadata/" + string.Join(',', batch), batch.Contains("33") ? 500 : 200, PlexAnswers.Details([.. batch.Select(k => PlexAnswers.Item(k, ""))]));
            }
        }

        using var clients = RealClients.Over(stub, PlexAnswers.Settings());
        List<string> described = [];
        List<string> unread = [];

        await foreach (var batch in clients.Plex.DetailsAsync(keys, TestContext.Current.CancellationToken))
        {
            described.AddRange(batch.Films.Select(f => f.Key));
            unread.AddRange(batch.Unread);
        }

        Assert.Equal(keys.Except(["33"]), described);
        Assert.Equal(["33"], unread);
        Assert.InRange(stub.Calls.Count, 3, 16);
    }

    [Fact]
    public async Task A_wrong_token_ends_the_reading_at_once()
    {
        var stub = new StubHttp().On("GET", "/library/metadata/1,2", 401, "<html><head><title>Unauthorized</title></head></html>", "text/html");
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        var fault = await Assert.ThrowsAsync<ServiceFault>(async () =>
        {
            await foreach (var _ in clients.Plex.DetailsAsync(["1", "2"], TestContext.Current.CancellationToken))
                Assert.Fail("Nothing can be described.");
        });

        Assert.Equal((FaultKind.Unauthorised, 1), (fault.Kind, stub.Calls.Count));
    }

    [Theory]
    [InlineData("\"Guid\":[{\"id\":\"imdb://tt0000001\"},{\"id\":\"tmdb://900001\"}],", 900001, "tt0000001")]
    [InlineData("\"guid\":\"com.plexapp.agents.imdb://tt0000002?lang=en\",", null, "tt0000002")]
    [InlineData("\"guid\":\"com.plexapp.agents.themoviedb://77?lang=de\",", 77, null)]
    [InlineData("\"guid\":\"local://1\",", null, null)]
    public async Task Ids_come_from_new_and_old_agents(string guids, int? tmdb, string? imdb)
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/library/metadata/1", 200, PlexAnswers.Details(PlexAnswers.Item("1", "", guids))), PlexAnswers.Settings());

        var film = await FilmAsync(clients);

        Assert.Equal((tmdb, imdb), (film.Film.TmdbId, film.Film.ImdbId));
    }

    [Fact]
    public async Task An_optimised_version_is_no_copy()
    {
        var media = """{"id":1,"Part":[{"file":"/m/a.mkv","size":1}]},{"id":2,"proxyType":42,"target":"Mobile","Part":[{"file":"/m/Plex Versions/a.mp4","size":1}]}""";
        using var clients = RealClients.Over(new StubHttp().On("GET", "/library/metadata/1", 200, PlexAnswers.Details(PlexAnswers.Item("1", media))), PlexAnswers.Settings());

        Assert.Equal("/m/a.mkv", Assert.Single((await FilmAsync(clients)).Film.Copies).Path);
    }

    [Fact]
    public async Task List_and_description_have_one_fingerprint()
    {
        var item = PlexAnswers.Item("1", """{"id":501,"width":3840,"Part":[{"file":"/m/a.mkv","size":78}]}""");
        var stub = new StubHttp().On("GET", "/library/metadata/1", 200, PlexAnswers.Details(item)).On("GET", All, 200, PlexAnswers.Details(item));
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());
        var listed = "";
        await foreach (var page in clients.Plex.ListAsync(Movies, TestContext.Current.CancellationToken))
            listed = page[0].Fingerprint;

        Assert.Equal((await FilmAsync(clients)).Fingerprint, listed);
    }

    [Theory]
    [InlineData("/data/movies/4k/Dune (2021)", "/library/sections/2/refresh")]
    [InlineData("/data/movies/Dune (2021)", "/library/sections/1/refresh")]
    public async Task The_library_that_covers_a_folder_scans_it(string folder, string path)
    {
        var stub = PlexAnswers.Server().On("GET", path, 200, "", "");
        using var clients = RealClients.Over(stub, PlexAnswers.Settings());

        Assert.True(await clients.Plex.ScanFolderAsync(folder, TestContext.Current.CancellationToken));
        Assert.Equal("?path=" + Uri.EscapeDataString(folder), stub.Calls[^1].Address.Query);
    }

    [Fact]
    public async Task A_folder_outside_every_library_is_not_scanned()
    {
        using var clients = RealClients.Over(PlexAnswers.Server(), PlexAnswers.Settings());

        Assert.False(await clients.Plex.ScanFolderAsync("/data/moviesx/Dune", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Libraries_are_chosen_by_name_and_an_empty_choice_is_a_fault()
    {
        using var one = RealClients.Over(PlexAnswers.Server(), PlexAnswers.Settings("movies 4k"));
        using var none = RealClients.Over(PlexAnswers.Server(), PlexAnswers.Settings("Filme"));

        Assert.Equal("2", Assert.Single(await one.Plex.SectionsAsync(TestContext.Current.CancellationToken)).Key);
        Assert.Contains("“Filme”", (await Assert.ThrowsAsync<ServiceFault>(() => none.Plex.SectionsAsync(TestContext.Current.CancellationToken))).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_names_a_library_that_is_not_there()
    {
        using var clients = RealClients.Over(PlexAnswers.Server(), PlexAnswers.Settings("Movies", "Filme"));

        var report = await clients.TestAsync("plex");

        Assert.Equal((ConnectionStatus.Connected, "1.41.0"), (report.Status, report.Version));
        Assert.Contains("“Filme”", report.Message, StringComparison.Ordinal);
        Assert.Contains("“Movies 4K”", report.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "token", ConnectionStatus.Disabled)]
    [InlineData("http://127.0.0.1:1", "", ConnectionStatus.Error)]
    public async Task What_is_not_set_up_is_not_contacted(string url, string token, ConnectionStatus status)
    {
        var stub = new StubHttp();
        using var clients = RealClients.Over(stub, new FelSettings { Plex = new() { Url = url, Token = new Secret(token) } });

        Assert.Equal((status, 0), ((await clients.TestAsync("plex")).Status, stub.Calls.Count));
    }

    [Fact]
    public async Task Changes_name_films_that_are_done_or_gone()
    {
        var events = """
            event: playing
            data: {"PlaySessionStateNotification":{"state":"playing"}}

            event: timeline
            data: {"TimelineEntry":{"itemID":"1001","type":1,"state":5}}

            data: {"NotificationContainer":{"type":"timeline","TimelineEntry":[{"itemID":1002,"type":"1","state":"9"},{"itemID":"7","type":1,"state":3},{"itemID":"8","type":4,"state":5}]}}

            data: no json

            """;
        using var clients = RealClients.Over(new StubHttp().On("GET", "/:/eventsource/notifications", 200, events, "text/event-stream"), PlexAnswers.Settings());
        List<string> keys = [];

        await foreach (var key in clients.Plex.ChangesAsync(TestContext.Current.CancellationToken))
            keys.Add(key);

        Assert.Equal(["1001", "1002"], keys);
    }

    private static StubAnswer Page(StubCall call, int total)
    {
        var (start, size) = (Asked(call, "Start"), Asked(call, "Size"));
        var items = Enumerable.Range(start, Math.Max(0, Math.Min(size, total - start))).Select(n => PlexAnswers.Item($"{n}", ""));
        return new StubAnswer(200, $$$"""{"MediaContainer":{"totalSize":{{{total}}},"offset":{{{start}}},"Metadata":[{{{string.Join(',', items)}}}]}}""");
    }

    private static int Asked(StubCall call, string what) => int.Parse(call.Header($"X-Plex-Container-{what}")!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<string>> KeysAsync(RealClients clients)
    {
        List<string> keys = [];
        await foreach (var page in clients.Plex.ListAsync(Movies, TestContext.Current.CancellationToken))
            keys.AddRange(page.Select(l => l.Key));
        return keys;
    }

    private static async Task<PlexFilm> FilmAsync(RealClients clients)
    {
        await foreach (var batch in clients.Plex.DetailsAsync(["1"], TestContext.Current.CancellationToken))
            return Assert.Single(batch.Films);
        throw new InvalidOperationException("Plex described nothing.");
    }
}
