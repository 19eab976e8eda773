using System.Security.Cryptography;
using System.Text;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Webhook;

public sealed class WebhookSenderTests
{
    private static readonly FelSettings Settings = new() { Running = new() { WebhookUrl = "http://127.0.0.1:9000/hook", WebhookSecret = new Secret("s3cret") } };

    [Fact]
    public async Task An_event_is_signed_over_its_bytes()
    {
        const string json = """{"event":"approved","title":"Amélie"}""";
        var stub = new StubHttp().On("POST", "/hook", 204, "", "");
        using var clients = RealClients.Over(stub, Settings);

        await clients.Webhook.SendAsync(Settings, json, TestContext.Current.CancellationToken);

        var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("s3cret"u8, Encoding.UTF8.GetBytes(json)));
        Assert.Equal((expected, "approved"), (stub.Calls[0].Header("X-FelScanner-Signature"), stub.Calls[0].Header("X-FelScanner-Event")));
    }

    [Fact]
    public async Task A_receiver_that_fails_is_a_fault()
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", "/hook", 500), Settings);

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Webhook.SendAsync(Settings, "{}", TestContext.Current.CancellationToken));

        Assert.Equal("webhook", fault.Service);
    }

    [Fact]
    public void Without_an_address_it_is_off()
    {
        using var clients = RealClients.Over(new StubHttp(), new FelSettings());

        Assert.False(clients.Webhook.IsOn(new FelSettings()));
    }
}
