using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Web.Hosting;

/// <summary>The console for machines: FELSCANNER_LOG_FORMAT=json.</summary>
public sealed class JsonLogTests
{
    // As awkward as a person may choose it: in JSON it is written otherwise than here.
    private const string PlexToken = "canary\"plex\\token-1";
    private const string TelegramToken = "123456:canary-telegram-token";
    private const string ApiKey = "canary-api-key-of-the-test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_of_a_run_is_json_with_time_level_category_and_message_and_without_a_secret()
    {
        var folder = TestDatabase.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), new JsonObject
        {
            ["api_key"] = ApiKey,
            ["plex_url"] = "http://127.0.0.1:9",
            ["plex_token"] = PlexToken,
            ["telegram_token"] = TelegramToken,
            ["telegram_chat_id"] = "42",
            ["telegram_api_url"] = "http://127.0.0.1:9",
        }.ToJsonString(), Token);
        await using var server = ServerProcess.Start(folder, new Dictionary<string, string> { ["FELSCANNER_LOG_FORMAT"] = "json", ["FELSCANNER_LOG_LEVEL"] = "trace" });
        await server.ReadyAsync();
        using (var client = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { { "X-Api-Key", ApiKey } } })
            (await client.PostAsync("/api/connections/check", null, Token)).EnsureSuccessStatusCode();

        await server.TerminateAsync();
        var output = await server.Output;

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, AssertWhole);
        Assert.DoesNotContain("canary", output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static void AssertWhole(string line)
    {
        var told = JsonDocument.Parse(line).RootElement;
        Assert.True(told.GetProperty("Timestamp").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        Assert.Contains(told.GetProperty("Level").GetString(), new[] { "Verbose", "Debug", "Information", "Warning", "Error", "Fatal" });
        Assert.NotEmpty(told.GetProperty("RenderedMessage").GetString()!);
        Assert.NotEmpty(told.GetProperty("Properties").GetProperty("SourceContext").GetString()!);
    }
}
