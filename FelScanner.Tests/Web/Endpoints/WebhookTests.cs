using System.Net;
using FelScanner.Core.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Endpoints;

public sealed class WebhookTests
{
    private const string Update = """{"update_id":7,"message":{"message_id":1,"date":1700000000,"chat":{"id":42,"type":"private"},"text":"hello"}}""";
    private const string WebhookMode = """{"telegram_mode":"webhook","telegram_webhook_secret":"a-secret-of-telegram"}""";

    private CancellationToken Cancel { get; } = TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_polling_mode_telegrams_webhook_is_not_there()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);

        using var answer = await client.PostAsync("/telegram/webhook", ServerUnderTest.Json(Update), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A-secret-of-telegram")]
    public async Task Without_the_secret_an_update_is_refused(string? secret)
    {
        await using var server = await ServerUnderTest.StartAsync(WebhookMode);
        using var client = server.Program(null);
        if (secret is not null)
            client.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", secret);

        using var answer = await client.PostAsync("/telegram/webhook", ServerUnderTest.Json(Update), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(Update, HttpStatusCode.OK)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    public async Task With_the_secret_an_update_is_taken(string body, HttpStatusCode status)
    {
        await using var server = await ServerUnderTest.StartAsync(WebhookMode);
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", "a-secret-of-telegram");

        using var answer = await client.PostAsync("/telegram/webhook", ServerUnderTest.Json(body), Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task An_update_that_is_too_large_is_refused()
    {
        await using var server = await ServerUnderTest.StartAsync(WebhookMode);
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", "a-secret-of-telegram");

        using var answer = await client.PostAsync("/telegram/webhook", ServerUnderTest.Json(new string(' ', 70_000)), Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("plex", """{"event":"library.new"}""")]
    [InlineData("radarr", """{"eventType":"Download"}""")]
    public async Task Incoming_webhooks_need_the_secret_of_their_address(string service, string body)
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);
        var secret = server.Services.GetRequiredService<ISettings>().IncomingWebhookSecret;

        using var wrong = await client.PostAsync($"/api/webhooks/{service}/guess", ServerUnderTest.Json(body), Cancel);
        using var right = await client.PostAsync($"/api/webhooks/{service}/{secret}", ServerUnderTest.Json(body), Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task Plex_sends_its_payload_as_a_form()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);
        var secret = server.Services.GetRequiredService<ISettings>().IncomingWebhookSecret;
        using var form = new MultipartFormDataContent { { new StringContent("""{"event":"media.play"}"""), "payload" } };

        using var answer = await client.PostAsync($"/api/webhooks/plex/{secret}", form, Cancel);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
