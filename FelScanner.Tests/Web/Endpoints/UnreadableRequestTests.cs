using System.Net;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Endpoints;

/// <summary>One request whose stored details are damaged, seen from outside.</summary>
public sealed class UnreadableRequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/download/history", 2)]
    [InlineData("/api/download/history?q=une", 2)]
    [InlineData("/api/download/history/export?format=json", 2)]
    public async Task The_history_answers_with_every_row(string path, int rows)
    {
        await using var server = await DamagedAsync("download_history", RequestStatus.Declined);
        using var client = server.Program(server.ApiKey);

        var answer = await ServerUnderTest.ReadAsync(await client.GetAsync(path, Token));

        var list = answer.ValueKind == System.Text.Json.JsonValueKind.Array ? answer : answer.GetProperty("items");
        Assert.Equal(rows, list.GetArrayLength());
        Assert.Contains("cannot be read", list.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/history")]
    [InlineData("/reports")]
    [InlineData("/requests/r1")]
    public async Task Every_page_opens(string path)
    {
        await using var server = await DamagedAsync("download_history", RequestStatus.Declined);
        using var browser = await server.SignedInAsync();

        using var page = await browser.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("decline")]
    public async Task A_decision_on_it_is_refused_with_a_sentence(string decision)
    {
        await using var server = await DamagedAsync("pending_downloads", null);
        using var client = server.Program(server.ApiKey);

        using var answer = await client.PostAsync($"/api/download/{decision}", ServerUnderTest.Json("""{"request_id":"r1"}"""), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("cannot be read", (await ServerUnderTest.ReadAsync(answer)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_beside_it_is_listed_and_can_be_decided()
    {
        await using var server = await DamagedAsync("pending_downloads", null);
        using var client = server.Program(server.ApiKey);

        var pending = await ServerUnderTest.ReadAsync(await client.GetAsync("/api/download/pending", Token));
        using var declined = await client.PostAsync("/api/download/decline", ServerUnderTest.Json("""{"request_id":"r2"}"""), Token);

        Assert.Equal(["r2"], pending.EnumerateArray().Select(row => row.GetProperty("request_id").GetString()));
        Assert.Equal(HttpStatusCode.OK, declined.StatusCode);
    }

    [Fact]
    public async Task A_press_in_the_chat_is_answered_and_the_chats_list_is_told()
    {
        await using var server = await DamagedAsync("pending_downloads", null);
        var press = new ChatUpdate.Press(1, "c", "42", true, 7, 42, "Ada", "dl_yes_r1");

        var (text, alert) = await server.Services.GetRequiredService<PressButton>().AnswerAsync(press, Token);
        await server.Services.GetRequiredService<PressButton>().RunAsync(press, 2, Token);
        await server.Services.GetRequiredService<ChatCommands>().RunAsync(new ChatUpdate.Said(2, "42", true, 42, "Ada", "/pending"), Token);

        Assert.True(alert);
        Assert.NotEmpty(text);
        Assert.Equal(["pending"], TestDatabase.Query(DatabaseOf(server), "SELECT status FROM pending_downloads WHERE request_id = 'r1'"));
    }

    /// <summary>r1 is damaged, r2 is not; both are as far as <paramref name="decided"/> says.</summary>
    private static async Task<ServerUnderTest> DamagedAsync(string table, RequestStatus? decided)
    {
        var server = await ServerUnderTest.StartWithOwnerAsync();
        var requests = server.Services.GetRequiredService<IRequests>();
        foreach (var id in new[] { "r1", "r2" })
        {
            await requests.CreateAsync(A.Request(id, createdAt: DateTimeOffset.UtcNow), [], A.Activity(requestId: id), Token);
            if (decided is { } to)
                await requests.TryStepAsync(A.Step(RequestStatus.Pending, to, id), Token);
        }

        Core.Storage.UnreadableRequestTests.Damage(DatabaseOf(server), table, "r1");
        return server;
    }

    private static string DatabaseOf(ServerUnderTest server) => Path.Combine(server.DataFolder, "felscanner.db");
}
