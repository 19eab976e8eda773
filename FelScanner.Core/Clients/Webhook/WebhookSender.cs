using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Webhook;

/// <summary>The outgoing webhook: each event as a POST of JSON, signed with the owner's secret (HMAC-SHA256 of the body, in hexadecimal).</summary>
internal sealed class WebhookSender(Wire wire) : IEventSender
{
    private static readonly RemoteService Service = RemoteService.Webhook;

    public string Name => Service.Id;

    public bool IsOn(FelSettings settings) => settings.Running.WebhookUrl.Trim().Length > 0;

    public async Task SendAsync(FelSettings settings, string json, CancellationToken cancellationToken)
    {
        var own = settings.Running;
        var body = Encoding.UTF8.GetBytes(json);
        var call = new WireCall(HttpMethod.Post, Addresses.Read(own.WebhookUrl) ?? throw Faults.NoAddress(Service))
        {
            Headers = [("X-FelScanner-Event", EventOf(json))],
            SecretHeaders = own.WebhookSecret.IsSet ? [("X-FelScanner-Signature", Sign(own.WebhookSecret, body))] : [],
            Content = () => new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } },
            Patience = Patience.Once,
            Limit = BoundedBody.Feed,
        };
        var reply = await wire.SendAsync(Service, call, cancellationToken);
        if (!reply.IsSuccess)
            throw Faults.Status(Service, reply, wire.Time);
    }

    private static string Sign(Secret secret, byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()), body));

    private static string EventOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("event", out var name) && name.ToString() is { Length: > 0 and < 100 } word
            && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') ? word : "unknown";
    }
}
