using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Http;

public sealed class PatienceTests
{
    private const string Roots = "/api/v3/rootfolder";
    private static readonly FelSettings Settings = new() { Radarr = new() { Url = "http://127.0.0.1:7878", ApiKey = new Secret("key") } };

    [Fact]
    public async Task A_read_is_tried_again_after_a_passing_fault()
    {
        var time = new ManualTime();
        var stub = new StubHttp().InTurn("GET", Roots, new StubAnswer(500), new StubAnswer(0) { Failure = new HttpRequestException("reset") }, new StubAnswer(200, """[{"path":"/movies"}]"""));
        using var clients = RealClients.Over(stub, Settings, time);

        var roots = await time.DriveAsync(clients.Radarr.RootsAsync(TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(50));

        Assert.Equal("/movies", Assert.Single(roots).Path);
    }

    [Fact]
    public async Task It_is_not_tried_without_end()
    {
        var time = new ManualTime();
        var stub = new StubHttp().On("GET", Roots, 503);
        using var clients = RealClients.Over(stub, Settings, time);

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => time.DriveAsync(clients.Radarr.RootsAsync(TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(50)));

        Assert.Equal((FaultKind.Unreachable, 3), (fault.Kind, stub.Calls.Count));
    }

    [Fact]
    public async Task A_write_is_never_repeated_by_itself()
    {
        var stub = new StubHttp().On("POST", "/api/v3/command", 500);
        using var clients = RealClients.Over(stub, Settings);

        await Assert.ThrowsAsync<ServiceFault>(() => clients.Radarr.RescanAsync(1, TestContext.Current.CancellationToken));

        Assert.Single(stub.Calls);
    }

    [Fact]
    public async Task Silence_ends_as_a_timeout()
    {
        var time = new ManualTime();
        using var clients = RealClients.Over(new StubHttp().On("GET", Roots, _ => new StubAnswer(200) { Hangs = true }), Settings, time);

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => time.DriveAsync(clients.Radarr.RootsAsync(TestContext.Current.CancellationToken), TimeSpan.FromSeconds(1)));

        Assert.Equal(FaultKind.Timeout, fault.Kind);
        Assert.Contains("25 seconds", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_no_fault_of_the_service()
    {
        using var giveUp = new CancellationTokenSource();
        using var clients = RealClients.Over(new StubHttp().On("GET", Roots, _ => new StubAnswer(200) { Hangs = true }), Settings);

        var work = clients.Radarr.RootsAsync(giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }
}
