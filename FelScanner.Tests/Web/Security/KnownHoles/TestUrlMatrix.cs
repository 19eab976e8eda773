using System.Net;

namespace FelScanner.Tests.Web.Security.KnownHoles;

/// <summary>Server-side request forgery through the connection tests (Movary CVE-2026-40348): 60 addresses, each refused before a byte is sent, or tried because it may be the owner's own.</summary>
public sealed class TestUrlMatrix(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    private const string Never = "never connects there";

    public static TheoryData<string> Refused =>
    [
        // Metadata services of clouds, and link-local, in every spelling that a resolver takes.
        "http://169.254.169.254", "http://169.254.169.254:80/latest/meta-data/", "https://169.254.169.254", "http://169.254.170.2", "http://169.254.0.1:8080",
        "http://2852039166", "http://0xA9FEA9FE", "http://0xa9.0xfe.0xa9.0xfe", "http://0251.0376.0251.0376", "http://169.254.43518", "http://169.16689662", "http://169.254.169.254.",
        "http://[::ffff:169.254.169.254]", "http://[::ffff:a9fe:a9fe]", "http://[0:0:0:0:0:ffff:a9fe:a9fe]", "http://[64:ff9b::a9fe:a9fe]", "http://[64:ff9b::169.254.169.254]",
        "http://[2002:a9fe:a9fe::1]", "http://[::169.254.169.254]", "http://[fe80::1]", "http://[fe80::a9fe:a9fe]", "http://[febf::1]", "http://[fd00:ec2::254]", "http://[fd00:0ec2:0:0::254]",
        "http://[fd20:ce::254]", "http://100.100.100.200", "http://168.63.129.16", "http://192.0.0.192", "http://metadata.google.internal", "http://METADATA.GOOGLE.INTERNAL", "http://metadata.google.internal.",
        // Nowhere, everywhere, everybody.
        "http://0.0.0.0", "http://0.0.0.0:5080", "http://0", "http://0x0", "http://00000", "http://0.1.2.3", "http://[::]", "http://[::]:5080", "http://[0:0:0:0:0:0:0:0]", "http://[::ffff:0.0.0.0]", "http://[::ffff:0:0]",
        "http://224.0.0.1", "http://239.255.255.250:1900", "http://255.255.255.255", "http://4294967295", "http://240.0.0.1", "http://[ff02::1]", "http://[ff05::c]:1900",
    ];

    public static TheoryData<string> NoAddress =>
    [
        "file:///etc/passwd", "gopher://127.0.0.1:6379/_FLUSHALL", "ftp://127.0.0.1", "dict://127.0.0.1:11211", "javascript:alert(1)", "//169.254.169.254", "http://", "http:// 169.254.169.254",
    ];

    /// <summary>The owner's own services live on loopback and private networks. These ports are closed: an answer other than a refusal shows that they were tried.</summary>
    public static TheoryData<string> Tried => ["http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9", "http://127.1:9"];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Is_refused(string url) => Assert.Contains(Never, await TestAsync(url), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(NoAddress))]
    public async Task Is_no_address(string url) => Assert.Contains("must be an address", await TestAsync(url), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Tried))]
    public async Task Is_tried(string url)
    {
        var answer = await TestAsync(url);

        Assert.DoesNotContain(Never, answer, StringComparison.Ordinal);
        Assert.Contains("Radarr", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plex", "plex_url", "plex_token")]
    [InlineData("qbittorrent", "qbittorrent_host", "qbittorrent_password")]
    [InlineData("telegram", "telegram_api_url", "telegram_token")]
    [InlineData("iptorrents", "iptorrents_url", "iptorrents_pass")]
    public async Task Every_service_refuses_alike(string service, string key, string secret)
    {
        var address = service == "qbittorrent" ? "169.254.169.254" : "http://169.254.169.254";
        using var client = shared.Server.Program(shared.Server.ApiKey);
        var body = ServerUnderTest.Json($$"""{"{{key}}":"{{address}}","{{secret}}":"12:secret","telegram_chat_id":"1","iptorrents_uid":"1","iptorrents_user_agent":"x","qbittorrent_username":"u"}""");
        using var answer = await client.PostAsync($"/api/{service}/test-connection", body, TestContext.Current.CancellationToken);

        Assert.Contains(Never, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> TestAsync(string url)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);
        using var answer = await client.PostAsync(
            "/api/radarr/test-connection", ServerUnderTest.Json($$"""{"radarr_url":"{{url}}","radarr_api_key":"k"}"""), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await ServerUnderTest.ReadAsync(answer);
        Assert.False(body.GetProperty("success").GetBoolean());
        return body.GetProperty("error").GetString() ?? "";
    }
}
