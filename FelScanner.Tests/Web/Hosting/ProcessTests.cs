using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Web.Hosting;

/// <summary>The program as a process: how it starts, how it ends, and what it says when it cannot.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SIGTERM_ends_it_with_0_with_open_pages_and_a_job_under_way()
    {
        var world = await SimulatedWorld.StartAsync();
        world.Household.Plex.Latency = TimeSpan.FromMinutes(1);
        var folder = TestDatabase.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), new JsonObject { ["api_key"] = "key-for-the-test", ["plex_url"] = world.Household.Plex.Address.ToString(), ["plex_token"] = world.Household.Plex.Token }.ToJsonString(), Token);
        await using var server = ServerProcess.Start(folder);
        await server.ReadyAsync();
        using var page = await OpenPageAsync(server);
        using var client = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { { "X-Api-Key", "key-for-the-test" } } };
        var job = client.PostAsync("/api/jobs/scan-library/run", null, Token);
        await Eventually.BecomesAsync("Plex is asked", TimeSpan.FromSeconds(30), () => Task.FromResult(world.Household.Plex.Calls.Count > 0 ? "asked" : null));

        var (code, error) = await server.TerminateAsync();

        Assert.Equal(0, code);
        Assert.Empty(error);
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () => (await job).EnsureSuccessStatusCode());
        await world.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_sum_of_its_uptime_begins_with_its_start()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(server.ApiKey);

        await Eventually.BecomesAsync("it has been up for a second", TimeSpan.FromSeconds(20), async () =>
            (await ServerUnderTest.ReadAsync(await client.GetAsync("/api/status", Token))).GetProperty("uptime_seconds").GetInt64() >= 1 ? "up" : null);
    }

    [Fact]
    public async Task A_newer_schema_is_one_line_and_1()
    {
        var folder = TestDatabase.NewFolder();
        var database = await TestDatabase.CreateAsync(folder: folder);
        await database.CloseAsync();
        Execute(database.File, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0')");
        await using var server = ServerProcess.Start(folder);

        var (code, error) = await server.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("newer FelScanner", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_damage_found_while_it_starts_is_one_line_and_1()
    {
        var folder = TestDatabase.NewFolder();
        var database = await TestDatabase.CreateAsync(folder: folder);
        await database.CloseAsync();
        Execute(database.File, Core.Storage.StorageHealthTests.TwoTablesOnOnePage);
        await using var server = ServerProcess.Start(folder);

        var (code, error) = await server.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("is damaged: restore a backup", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_demo_on_another_address_is_2()
    {
        await using var server = ServerProcess.Start(TestDatabase.NewFolder(), "--demo", "--urls", "http://0.0.0.0:5080");

        var (code, error) = await server.EndAsync();

        Assert.Equal(2, code);
        Assert.Single(error.Trim().Split('\n'));
    }

    /// <summary>A signed-in browser's live connection.</summary>
    private static async Task<ClientWebSocket> OpenPageAsync(ServerProcess server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        using var made = await client.PostAsync("/setup", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), Token);
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", made.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        socket.Options.SetRequestHeader("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, Token);
        await socket.ReceiveAsync(new byte[1024], Token);
        return socket;
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
