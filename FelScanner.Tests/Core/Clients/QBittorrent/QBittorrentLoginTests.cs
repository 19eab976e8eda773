using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.QBittorrent;

public sealed class QBittorrentLoginTests
{
    private const string Login = "/api/v2/auth/login";
    private const string Path = "/api/v2/app/defaultSavePath";

    [Theory]
    [InlineData(200, "Fails.")]
    [InlineData(401, "")]
    public async Task A_wrong_password_is_tried_once_whoever_asks(int status, string body)
    {
        var stub = new StubHttp().On("POST", Login, status, body, "text/plain");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin());

        var faults = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FaultOf(clients)));
        var report = await clients.TestAsync("qbittorrent", byPerson: false);

        Assert.All(faults, fault => Assert.Equal(FaultKind.Unauthorised, fault.Kind));
        Assert.Equal((ConnectionStatus.Error, FaultKind.Unauthorised), (report.Status, report.Fault));
        Assert.Equal(1, stub.CountOf("POST", Login));
    }

    [Fact]
    public async Task A_person_may_try_it_once_more()
    {
        var stub = new StubHttp().On("POST", Login, 200, "Fails.", "text/plain");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin());

        await FaultOf(clients);
        await clients.TestAsync("qbittorrent", byPerson: true);
        await FaultOf(clients);

        Assert.Equal(2, stub.CountOf("POST", Login));
    }

    [Fact]
    public async Task New_settings_are_tried_and_other_settings_change_nothing()
    {
        var stub = new StubHttp().On("POST", Login, 200, "Fails.", "text/plain");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin());

        await FaultOf(clients);
        clients.Settings.Become(clients.Settings.Current with { Plex = new() { Url = "http://127.0.0.1:32400" } });
        await FaultOf(clients);
        var before = stub.CountOf("POST", Login);
        clients.Settings.Become(QBittorrentDialectTests.WithLogin("other"));
        await FaultOf(clients);

        Assert.Equal((1, 2), (before, stub.CountOf("POST", Login)));
    }

    [Fact]
    public async Task A_lost_session_is_renewed_once()
    {
        var stub = new StubHttp()
            .InTurn("POST", Login, Good("one"), Good("two"))
            .On("GET", Path, call => call.Header("Cookie") == "SID=two" ? new StubAnswer(200, "/down", "text/plain") : new StubAnswer(403, "Forbidden", "text/plain"));
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin());

        Assert.Equal("/down", await clients.Torrents.DefaultSavePathAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, stub.CountOf("POST", Login));
    }

    [Fact]
    public async Task A_session_that_is_never_accepted_is_not_renewed_without_end()
    {
        var stub = new StubHttp().On("POST", Login, _ => Good("one")).On("GET", Path, 403, "Forbidden", "text/plain");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin());

        var fault = await FaultOf(clients);

        Assert.Equal(FaultKind.Unauthorised, fault.Kind);
        Assert.Equal((2, 2), (stub.CountOf("POST", Login), stub.CountOf("GET", Path)));
    }

    [Fact]
    public async Task Twenty_callers_of_a_lost_session_log_in_together()
    {
        var stub = new StubHttp()
            .InTurn("POST", Login, Good("one"), Good("two"), Good("three"))
            .On("GET", Path, call => call.Header("Cookie") == "SID=one" ? new StubAnswer(403, "Forbidden", "text/plain") : new StubAnswer(200, "/down", "text/plain"));
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clients.Torrents.DefaultSavePathAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(2, stub.CountOf("POST", Login));
    }

    [Fact]
    public async Task A_ban_is_left_alone_and_tried_again_after_a_while()
    {
        var time = new ManualTime();
        var stub = new StubHttp().On("POST", Login, 403, "Your IP address has been banned after too many failed authentication attempts.", "text/plain");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.WithLogin(), time);

        var first = await FaultOf(clients);
        await FaultOf(clients);
        var before = stub.CountOf("POST", Login);
        time.Advance(TimeSpan.FromMinutes(16));
        await FaultOf(clients);

        Assert.Equal(FaultKind.Forbidden, first.Kind);
        Assert.Equal((1, 2), (before, stub.CountOf("POST", Login)));
    }

    [Fact]
    public async Task Without_a_user_nobody_logs_in()
    {
        var stub = new StubHttp().On("GET", Path, 200, "/down", "text/plain");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.Open());

        await clients.Torrents.DefaultSavePathAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, stub.CountOf("POST", Login));
    }

    [Theory]
    [InlineData(401, "Unauthorized", FaultKind.Forbidden, "foreign hosts")]
    [InlineData(403, "Forbidden", FaultKind.Unauthorised, "qbittorrent_username")]
    public async Task A_closed_door_says_which_key_is_missing(int status, string body, FaultKind kind, string remedy)
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", Path, status, body, "text/plain"), QBittorrentDialectTests.Open());

        var fault = await FaultOf(clients);

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(remedy, fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_tells_version_and_number_of_torrents()
    {
        var stub = new StubHttp().On("GET", "/qbt/api/v2/app/version", 200, "v4.5.2", "text/plain").On("GET", "/qbt/api/v2/app/webapiVersion", 200, "2.8.19", "text/plain")
            .On("GET", "/qbt/api/v2/torrents/info", 200, """[{"hash":"a"},{"hash":"b"}]""");
        using var clients = RealClients.Over(stub, new FelSettings { QBittorrent = new() { Host = "http://127.0.0.1/", BasePath = "/qbt/", Category = "radarr" } });

        var report = await clients.TestAsync("qbittorrent");

        Assert.Equal((ConnectionStatus.Connected, "v4.5.2", (object)2), (report.Status, report.Version, report.Extra["torrent_count"]!));
        Assert.Contains("Radarr", report.Remedy, StringComparison.Ordinal);
    }

    private static StubAnswer Good(string sid) => new(200, "Ok.", "text/plain", ("Set-Cookie", $"SID={sid}; path=/"));

    private static Task<ServiceFault> FaultOf(RealClients clients) =>
        Assert.ThrowsAsync<ServiceFault>(() => clients.Torrents.DefaultSavePathAsync(TestContext.Current.CancellationToken));
}
