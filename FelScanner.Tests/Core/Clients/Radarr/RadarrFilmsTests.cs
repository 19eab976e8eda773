using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Radarr;

public sealed class RadarrFilmsTests
{
    private const string Films = """
        [{"title":"Dune","originalTitle":"Dune: Part One","alternateTitles":[{"title":"Dune Part 1"},{"title":"Duna"}],"year":2021,"tmdbId":438631,"imdbId":"tt1160419",
          "path":"/data/movies/Dune (2021)","hasFile":true,"movieFile":{"path":"/data/movies/Dune (2021)/Dune.mkv","size":2147483648},"id":1},
         {"title":"New","year":0,"tmdbId":5,"folderName":"/data/movies/New","hasFile":false,"movieFileId":0,"id":"2"}]
        """;
    private static readonly FelSettings Settings = new() { Radarr = new() { Url = "http://127.0.0.1:7878/radarr/", ApiKey = new Secret("0123456789") } };

    [Fact]
    public async Task Films_come_with_folder_titles_and_file()
    {
        var stub = new StubHttp().On("GET", "/radarr/api/v3/movie", 200, Films);
        using var clients = RealClients.Over(stub, Settings);

        var films = await clients.Radarr.FilmsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [(1, "Dune", "/data/movies/Dune (2021)", 2021, true, 2147483648L), (2, "New", "/data/movies/New", null, false, null)],
            films.Select(f => (f.Id, f.Title, f.Folder, f.Year, f.HasFile, f.FileBytes)));
        Assert.Equal(["Dune Part 1", "Duna"], films[0].OtherTitles);
        Assert.Equal("0123456789", stub.Calls[0].Header("X-Api-Key"));
    }

    [Fact]
    public async Task A_film_is_found_by_its_id_even_when_the_filter_is_ignored()
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/radarr/api/v3/movie?tmdbId=5", 200, Films), Settings);

        Assert.Equal("New", (await clients.Radarr.ByTmdbAsync(5, TestContext.Current.CancellationToken))!.Title);
    }

    [Fact]
    public async Task An_unknown_film_is_none()
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/radarr/api/v3/movie", 200, "[]"), Settings);

        Assert.Null(await clients.Radarr.ByTmdbAsync(1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(401, "", "", FaultKind.Unauthorised, "radarr_api_key")]
    [InlineData(404, "", "", FaultKind.NotFound, "radarr_url")]
    [InlineData(200, "<html>login</html>", "text/html", FaultKind.BadAnswer, "proxy")]
    [InlineData(200, """{"appName":"Sonarr","version":"4.0"}""", "application/json", FaultKind.BadAnswer, "port")]
    [InlineData(200, "{broken", "application/json", FaultKind.BadAnswer, "another program")]
    [InlineData(503, "", "", FaultKind.Unreachable, "Wait")]
    public async Task A_failed_test_names_the_remedy(int status, string body, string type, FaultKind kind, string remedy)
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/radarr/api/v3/system/status", status, body, type), Settings);

        var report = await clients.TestAsync("radarr");

        Assert.Equal((ConnectionStatus.Error, kind), (report.Status, report.Fault));
        Assert.Contains(remedy, report.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_test_counts_the_films()
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/radarr/api/v3/system/status", 200, """{"appName":"Radarr","version":"5.1"}""").On("GET", "/radarr/api/v3/movie", 200, Films), Settings);

        var report = await clients.TestAsync("radarr");

        Assert.Equal((ConnectionStatus.Connected, "5.1", (object)2), (report.Status, report.Version, report.Extra["movie_count"]!));
    }

    [Theory]
    [InlineData("", "key", ConnectionStatus.Disabled)]
    [InlineData("http://127.0.0.1:7878", "", ConnectionStatus.Error)]
    public async Task What_is_not_set_up_is_not_contacted(string url, string key, ConnectionStatus status)
    {
        var stub = new StubHttp();
        using var clients = RealClients.Over(stub, new FelSettings { Radarr = new() { Url = url, ApiKey = new Secret(key) } });

        var report = await clients.TestAsync("radarr");

        Assert.Equal((status, 0), (report.Status, stub.Calls.Count));
    }

    [Fact]
    public async Task A_rescan_names_the_film()
    {
        var stub = new StubHttp().On("POST", "/radarr/api/v3/command", 201, """{"id":7,"status":"started"}""");
        using var clients = RealClients.Over(stub, Settings);

        await clients.Radarr.RescanAsync(3, TestContext.Current.CancellationToken);

        Assert.Equal("""{"name":"RescanMovie","movieId":3}""", stub.Calls[0].Body);
    }

    [Fact]
    public async Task A_poster_that_is_no_picture_is_none()
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/radarr/api/v3/mediacover/3/poster-500.jpg", 200, "<svg/>", "image/svg+xml"), Settings);

        Assert.Null(await clients.Radarr.PosterAsync(3, TestContext.Current.CancellationToken));
    }
}
