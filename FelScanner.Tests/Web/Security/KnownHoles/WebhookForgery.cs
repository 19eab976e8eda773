using System.Net;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Security.KnownHoles;

/// <summary>Presses and library changes that Telegram, Plex and Radarr never sent.</summary>
public sealed class WebhookForgery
{
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";

    private const string Webhook = """{"telegram_mode":"webhook","telegram_token":"1:a","telegram_chat_id":"7","telegram_api_url":"http://127.0.0.1:9","telegram_webhook_url":"https://fel.example.org/telegram/webhook"}""";

    private static readonly string[] Forged = ["", " ", "0", "null", "undefined", "********", "secret", "x' OR '1'='1", "../../", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"];

    [Fact]
    public async Task Five_hundred_forged_presses_have_no_effect()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(Webhook);
        using var client = server.Program(null);
        var offset = await OffsetAsync(server);

        for (var n = 0; n < 500; n++)
        {
            using var press = Press(n, Forged[n % Forged.Length]);
            using var answer = await client.SendAsync(press, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(offset, await OffsetAsync(server));
    }

    [Fact]
    public async Task In_polling_mode_the_address_does_not_exist_even_with_the_secret()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync("""{"telegram_token":"1:a","telegram_chat_id":"7","telegram_api_url":"http://127.0.0.1:9"}""");
        using var client = server.Program(null);
        using var press = Press(1, server.Services.GetRequiredService<ISettings>().Current.Telegram.WebhookSecret.Reveal());

        using var answer = await client.SendAsync(press, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("plex")]
    [InlineData("radarr")]
    public async Task A_library_change_needs_the_secret_in_the_address(string service)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);

        foreach (var secret in Forged.Where(secret => secret.Trim().Length > 0 && !secret.Contains('/')))
        {
            using var answer = await client.PostAsync($"/api/webhooks/{service}/{Uri.EscapeDataString(secret)}", ServerUnderTest.Json("""{"event":"library.new","eventType":"Download"}"""), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private static HttpRequestMessage Press(int number, string secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook")
        {
            Content = ServerUnderTest.Json($$$"""{"update_id":{{{number + 1000}}},"callback_query":{"id":"{{{number}}}","from":{"id":7,"first_name":"x"},"message":{"message_id":1,"chat":{"id":7,"type":"private"}},"data":"dl_yes_abc"}}"""),
        };
        if (secret.Trim().Length > 0)
            request.Headers.TryAddWithoutValidation(Header, secret);
        return request;
    }

    private static Task<long> OffsetAsync(ServerUnderTest server) =>
        server.Services.GetRequiredService<HandleChatUpdate>().OffsetAsync(TestContext.Current.CancellationToken);
}
