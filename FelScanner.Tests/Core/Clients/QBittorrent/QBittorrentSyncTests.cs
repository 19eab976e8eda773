using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.QBittorrent;

public sealed class QBittorrentSyncTests
{
    private const string Sync = "/api/v2/sync/maindata";
    private const string Whole = """
        {"rid":1,"full_update":true,"server_state":{"free_space_on_disk":5000},"torrents":{
          "aa":{"name":"Ours","state":"downloading","tags":"x, felscanner-1","progress":0.25,"dlspeed":10},
          "bb":{"name":"By category","state":"stalledDL","category":"movies-fel"},
          "cc":{"name":"Foreign","state":"uploading","category":"tv"}}}
        """;

    [Fact]
    public async Task Only_the_programs_torrents_come_back_but_all_are_counted()
    {
        using var clients = RealClients.Over(new StubHttp().On("GET", Sync, 200, Whole), QBittorrentDialectTests.Open());

        var snapshot = await clients.Torrents.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["aa", "bb"], snapshot.Torrents.Select(t => t.Hash).Order());
        Assert.Equal((3, 5000L), (snapshot.TotalCount, snapshot.FreeBytesOnDefaultDisk));
    }

    [Fact]
    public async Task What_changed_is_laid_over_what_was_known()
    {
        var stub = new StubHttp().On("GET", Sync + "?rid=0", 200, Whole)
            .On("GET", Sync + "?rid=1", 200, """{"rid":5,"torrents":{"aa":{"dlspeed":99},"dd":{"name":"New","state":"metaDL","tags":"felscanner-2"}},"torrents_removed":["bb"]}""")
            .On("GET", Sync + "?rid=5", 200, """{"rid":6}""");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.Open());

        await PollAsync(clients);
        await PollAsync(clients);
        var last = await PollAsync(clients);

        Assert.Equal([("aa", "Ours", 99L), ("dd", "New", 0L)], last.Torrents.Select(t => (t.Hash, t.Name, t.DownloadSpeed)).Order());
        Assert.Equal((3, 5000L), (last.TotalCount, last.FreeBytesOnDefaultDisk));
    }

    [Fact]
    public async Task After_a_restart_of_qBittorrent_everything_is_taken_anew()
    {
        var stub = new StubHttp().On("GET", Sync + "?rid=0", 200, Whole)
            .On("GET", Sync + "?rid=1", 200, """{"rid":1,"full_update":true,"torrents":{"ee":{"name":"After","state":"stoppedUP","tags":"felscanner-3"}}}""");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.Open());

        await PollAsync(clients);
        var after = await PollAsync(clients);

        Assert.Equal(("ee", 1), (Assert.Single(after.Torrents).Hash, after.TotalCount));
    }

    [Fact]
    public async Task After_a_fault_the_next_poll_asks_for_everything()
    {
        var stub = new StubHttp().On("GET", Sync + "?rid=0", 200, Whole).On("GET", Sync + "?rid=1", 401, "", "");
        using var clients = RealClients.Over(stub, QBittorrentDialectTests.Open());

        await PollAsync(clients);
        await Assert.ThrowsAsync<ServiceFault>(() => PollAsync(clients));
        var again = await PollAsync(clients);

        Assert.Equal(3, again.TotalCount);
        Assert.Equal("?rid=0", stub.Calls[^1].Address.Query);
    }

    private static Task<TorrentSnapshot> PollAsync(RealClients clients) => clients.Torrents.PollAsync(TestContext.Current.CancellationToken);
}
