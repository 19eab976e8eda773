using System.Net;
using System.Text.Json;

namespace FelScanner.Tests.Web.Endpoints;

public sealed class ApiTests(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    private CancellationToken Cancel { get; } = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_tells_version_uptime_counts_and_next_runs()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var status = JsonDocument.Parse(await client.GetStringAsync("/api/status", Cancel)).RootElement;

        Assert.NotEmpty(status.GetProperty("version").GetString()!);
        Assert.True(status.GetProperty("uptime_seconds").GetInt64() >= 0);
        Assert.Equal(
            ["library", "dv", "fel", "maybe_fel", "mel", "atmos", "pending", "active"],
            status.GetProperty("counts").EnumerateObject().Select(member => member.Name));
        Assert.Contains("scan-library", status.GetProperty("next_runs").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Connections_always_name_the_five_services()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var rows = JsonDocument.Parse(await client.GetStringAsync("/api/connections", Cancel)).RootElement.EnumerateArray().ToList();

        Assert.Equal(["plex", "radarr", "qbittorrent", "telegram", "iptorrents"], rows.Take(5).Select(row => row.GetProperty("service").GetString()));
        Assert.All(rows, row => Assert.True(row.TryGetProperty("remedy", out _) && row.TryGetProperty("last_check", out _) && row.TryGetProperty("latency_ms", out _)));
    }

    [Fact]
    public async Task A_set_secret_reads_as_stars_and_an_empty_one_as_nothing()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var settings = JsonDocument.Parse(await client.GetStringAsync("/api/settings", Cancel)).RootElement;

        Assert.Equal("********", settings.GetProperty("api_key").GetString());
        Assert.Equal("", settings.GetProperty("plex_token").GetString());
    }

    [Fact]
    public async Task A_group_holds_its_own_keys_alone()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var keys = JsonDocument.Parse(await client.GetStringAsync("/api/qbittorrent/settings", Cancel)).RootElement.EnumerateObject().Select(member => member.Name).ToList();

        Assert.Contains("qbit_upload_limit", keys);
        Assert.All(keys, key => Assert.StartsWith("qbit", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_value_saves_nothing_and_names_the_key()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.PostAsync("/api/settings", ServerUnderTest.Json("""{"qbittorrent_port":"many","backup_keep":2}"""), Cancel);
        var problem = await ServerUnderTest.ReadAsync(answer);
        var kept = JsonDocument.Parse(await client.GetStringAsync("/api/settings", Cancel)).RootElement.GetProperty("backup_keep").GetInt32();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty("qbittorrent_port")[0].GetString()!);
        Assert.Equal(7, kept);
    }

    [Fact]
    public async Task A_test_of_an_empty_connection_answers_with_the_remedy()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.PostAsync("/api/plex/test-connection", null, Cancel);
        var result = await ServerUnderTest.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(result.GetProperty("success").GetBoolean());
        Assert.NotEmpty(result.GetProperty("error").GetString()!);
    }

    [Theory]
    [InlineData("/api/releases")]
    [InlineData("/api/download/history")]
    [InlineData("/api/library")]
    public async Task A_list_has_items_page_page_size_and_total(string path)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var page = JsonDocument.Parse(await client.GetStringAsync(path + "?page=2&page_size=500", Cancel)).RootElement;

        Assert.Equal(["items", "page", "page_size", "total"], page.EnumerateObject().Select(member => member.Name));
        Assert.Equal(2, page.GetProperty("page").GetInt32());
        Assert.Equal(200, page.GetProperty("page_size").GetInt32());
    }

    [Theory]
    [InlineData("/api/library?page=0")]
    [InlineData("/api/library?page=x")]
    [InlineData("/api/releases?verdict=perhaps")]
    [InlineData("/api/library/export?format=xml")]
    public async Task A_question_that_makes_no_sense_is_a_400_with_a_sentence(string path)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await ServerUnderTest.ReadAsync(answer)).GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("/api/nothing", "GET", 404)]
    [InlineData("/api/jobs/nothing/run", "POST", 404)]
    [InlineData("/api/status", "DELETE", 405)]
    public async Task What_is_not_there_is_told_as_a_problem(string path, string method, int status)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/releases", "{not json")]
    [InlineData("/api/releases", """{"title":7}""")]
    [InlineData("/api/releases", "{}")]
    [InlineData("/api/download/approve", "{}")]
    [InlineData("/api/download/decline", "[]")]
    [InlineData("/api/settings", "\"text\"")]
    public async Task A_body_that_does_not_fit_is_a_400_with_a_sentence(string path, string body)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.PostAsync(path, ServerUnderTest.Json(body), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await ServerUnderTest.ReadAsync(answer)).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_release_without_url_and_magnet_is_an_error_with_a_reason()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.PostAsync("/api/releases", ServerUnderTest.Json("""{"title":"Dune 2021 2160p DV FEL BL+EL+RPU"}"""), Cancel);
        var taken = await ServerUnderTest.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("error", taken.GetProperty("status").GetString());
        Assert.NotEmpty(taken.GetProperty("reason").GetString()!);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("decline")]
    public async Task A_request_that_is_not_there_is_a_404(string decision)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.PostAsync($"/api/download/{decision}", ServerUnderTest.Json("""{"request_id":"nothing"}"""), Cancel);
        var problem = await ServerUnderTest.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(problem.GetProperty("success").GetBoolean());
    }

    [Theory]
    [InlineData("/api/download/pending")]
    [InlineData("/api/download/active")]
    [InlineData("/api/health")]
    [InlineData("/api/jobs")]
    public async Task The_other_lists_are_bare_arrays(string path)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var list = JsonDocument.Parse(await client.GetStringAsync(path, Cancel)).RootElement;

        Assert.Equal(JsonValueKind.Array, list.ValueKind);
    }

    [Fact]
    public async Task Every_job_of_the_contract_is_listed()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var jobs = JsonDocument.Parse(await client.GetStringAsync("/api/jobs", Cancel)).RootElement.EnumerateArray().ToList();

        Assert.Equal(
            ["backup", "check-connections", "check-feeds", "deliver-messages", "expire-requests", "probe-files", "scan-library", "track-downloads"],
            jobs.Select(job => job.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_job_run_by_hand_is_waited_for()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.PostAsync("/api/jobs/expire-requests/run", null, Cancel);
        var run = await ServerUnderTest.ReadAsync(answer);

        Assert.Equal("expire-requests", run.GetProperty("id").GetString());
        Assert.True(run.GetProperty("succeeded").GetBoolean());
        Assert.True(run.GetProperty("duration_ms").GetInt64() >= 0);
    }

    [Fact]
    public async Task The_document_describes_every_call()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", Cancel)).RootElement;

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Contains("/api/status", paths);
        Assert.Contains("/api/download/approve", paths);
        Assert.Contains("/api/iptorrents/test-connection", paths);
        Assert.All(document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), call =>
            Assert.NotEmpty(call.Value.GetProperty("summary").GetString()!));
    }

    [Fact]
    public async Task Metrics_are_not_there_while_they_are_off()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.GetAsync("/metrics", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers_everybody(string path)
    {
        using var client = shared.Server.Program(null);

        using var answer = await client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
