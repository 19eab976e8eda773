using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.QBittorrent;

/// <summary>The generations of qBittorrent's Web API as they answer on the wire.</summary>
public sealed class QBittorrentDialectTests
{
    private const string Hash = "6a189e0123456789abcdef0123456789abcdef01";
    private static readonly TorrentToAdd Film = new() { File = TorrentMaker.Single("Movie.mkv"), Hash = Hash, SavePath = "/data/Movie (2024)", Category = "movies-fel", Tag = "felscanner-1", Paused = true, Sequential = true, UploadLimit = 500 };

    [Theory]
    [InlineData("4.5", 200, "Ok.", "SID=ab/c+d")]
    [InlineData("5.0", 200, "Ok.", "SID=abcd")]
    [InlineData("5.2", 204, "", "QBT_SID_8080=abcd")]
    [InlineData("odd", 200, "", "SID=abcd")]
    public async Task The_cookie_that_came_is_sent_back(string dialect, int status, string body, string cookie)
    {
        var stub = new StubHttp()
            .On("POST", "/api/v2/auth/login", status, body, "text/plain", ("Set-Cookie", $"{cookie}; HttpOnly; path=/; SameSite=Strict"))
            .On("GET", "/api/v2/app/defaultSavePath", 200, $"/{dialect}", "text/plain");
        using var clients = RealClients.Over(stub, WithLogin());

        await clients.Torrents.DefaultSavePathAsync(TestContext.Current.CancellationToken);

        var call = stub.Calls[^1];
        Assert.Equal(cookie, call.Header("Cookie"));
        Assert.Null(call.Header("Origin") ?? call.Header("Referer"));
    }

    [Theory]
    [InlineData(200, "Ok.", "text/plain")]
    [InlineData(200, "", "")]
    [InlineData(200, """{"success_count":1,"failure_count":0,"pending_count":0,"added_torrent_ids":["6a"]}""", "application/json")]
    [InlineData(202, """{"success_count":0,"failure_count":0,"pending_count":1,"added_torrent_ids":[]}""", "application/json")]
    public async Task These_answers_mean_added(int status, string body, string type)
    {
        using var clients = RealClients.Over(Household().On("POST", "/api/v2/torrents/add", status, body, type), Open());

        var outcome = await clients.Torrents.AddAsync(Film, TestContext.Current.CancellationToken);

        Assert.Equal(AddOutcome.Added, outcome);
    }

    [Theory]
    [InlineData(200, "Fails.")]
    [InlineData(409, "")]
    [InlineData(200, """{"success_count":0,"failure_count":1,"pending_count":0}""")]
    public async Task A_duplicate_is_found_by_its_hash(int status, string body)
    {
        var stub = Household().On("POST", "/api/v2/torrents/add", status, body, "text/plain")
            .On("GET", $"/api/v2/torrents/info?hashes={Hash}", 200, $$"""[{"hash":"{{Hash}}","name":"Movie.mkv","state":"stalledUP"}]""");
        using var clients = RealClients.Over(stub, Open());

        Assert.Equal(AddOutcome.AlreadyThere, await clients.Torrents.AddAsync(Film, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(200, "Fails.", "did not take")]
    [InlineData(409, "", "did not take")]
    [InlineData(415, "Error: 'x.torrent' is not a valid torrent file.", "not a torrent")]
    public async Task A_refusal_says_what_was_refused(int status, string body, string words)
    {
        var stub = Household().On("POST", "/api/v2/torrents/add", status, body, "text/plain").On("GET", "/api/v2/torrents/info", 200, "[]");
        using var clients = RealClients.Over(stub, Open());

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Torrents.AddAsync(Film, TestContext.Current.CancellationToken));

        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.Contains(words, fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_speaks_to_every_version()
    {
        var stub = Household().On("POST", "/api/v2/torrents/add", 200, "Ok.", "text/plain");
        using var clients = RealClients.Over(stub, Open());

        await clients.Torrents.AddAsync(Film, TestContext.Current.CancellationToken);

        var form = stub.Calls[^1].Body;
        Assert.All(
            (string[])["savepath\r\n\r\n/data/Movie (2024)", "category\r\n\r\nmovies-fel", "tags\r\n\r\nfelscanner-1", "paused\r\n\r\ntrue", "stopped\r\n\r\ntrue", "autoTMM\r\n\r\nfalse", "contentLayout\r\n\r\nNoSubfolder", "sequentialDownload\r\n\r\ntrue", "firstLastPiecePrio\r\n\r\ntrue", "upLimit\r\n\r\n512000"],
            field => Assert.Contains("name=" + field, form.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_category_is_made_without_a_path_of_its_own()
    {
        var stub = Household("{}").On("POST", "/api/v2/torrents/createCategory", 200, "", "").On("POST", "/api/v2/torrents/add", 200, "Ok.", "text/plain");
        using var clients = RealClients.Over(stub, Open());

        await clients.Torrents.AddAsync(Film, TestContext.Current.CancellationToken);

        Assert.Equal("category=movies-fel&savePath=", stub.Calls.Single(c => c.Path.EndsWith("createCategory", StringComparison.Ordinal)).Body);
    }

    [Theory]
    [InlineData("2.8.19", "pause")]
    [InlineData("2.11.0", "stop")]
    [InlineData("2.15.2", "stop")]
    public async Task The_word_for_stopping_follows_the_version(string version, string word)
    {
        var stub = new StubHttp().On("GET", "/api/v2/app/webapiVersion", 200, version, "text/plain").On("POST", $"/api/v2/torrents/{word}", 200, "", "");
        using var clients = RealClients.Over(stub, Open());

        await clients.Torrents.StopAsync(Hash, TestContext.Current.CancellationToken);

        Assert.Equal($"hashes={Hash}", stub.Calls[^1].Body);
    }

    [Fact]
    public async Task A_state_nobody_knows_yet_is_passed_on()
    {
        var stub = new StubHttp().On("GET", "/api/v2/torrents/info", 200, $$"""[{"hash":"{{Hash.ToUpperInvariant()}}","name":"x","state":"stalledMetaDL","eta":8640000,"progress":1.2,"tags":"a, felscanner-1","completion_on":-1}]""");
        using var clients = RealClients.Over(stub, Open());

        var torrent = await clients.Torrents.FindAsync(Hash, TestContext.Current.CancellationToken);

        Assert.Equal(("stalledMetaDL", null, 1d, Hash), (torrent!.State, torrent.Eta, torrent.Progress, torrent.Hash));
        Assert.Equal(["a", "felscanner-1"], torrent.Tags);
    }

    [Fact]
    public async Task An_empty_list_may_come_as_204()
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", "/api/v2/torrents/info", 204, "", ""), Open());

        Assert.Null(await clients.Torrents.FindAsync(Hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_reason_of_an_error_comes_from_its_log()
    {
        var stub = new StubHttp().On("GET", "/api/v2/log/main", 200, """
            [{"id":47,"message":"File error alert. Torrent: \"Other\". Reason: \"No space left on device\"","type":4},
             {"id":48,"message":"File error alert. Torrent: \"Movie.mkv\". File: \"/data/x\". Reason: \"/data/x file_open (/data/x) error: Read-only file system\"","type":4}]
            """);
        using var clients = RealClients.Over(stub, Open());

        var reason = await clients.Torrents.ErrorReasonAsync(new TorrentState { Hash = Hash, Name = "Movie.mkv", State = "error" }, TestContext.Current.CancellationToken);

        Assert.EndsWith("Read-only file system", reason, StringComparison.Ordinal);
    }

    internal static FelSettings Open() => new() { QBittorrent = new() { Host = "127.0.0.1" } };

    internal static FelSettings WithLogin(string password = "secret") => new() { QBittorrent = new() { Host = "127.0.0.1", Username = "admin", Password = new Secret(password) } };

    private static StubHttp Household(string categories = """{"movies-fel":{"name":"movies-fel","savePath":""}}""") => new StubHttp().On("GET", "/api/v2/torrents/categories", 200, categories);
}
