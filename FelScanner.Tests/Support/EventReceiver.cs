using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.Support;

/// <summary>Another program that is told of events: it keeps what came with a right signature, and what came without.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    public const string Secret = "tell-me-all";
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonNode> _events = [];

    private EventReceiver(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.First()}/events";

    /// <summary>Answers this instead of taking the event.</summary>
    public int Status { get; set; } = 204;

    public int Unsigned { get; private set; }

    public IReadOnlyList<JsonNode> Events => [.. _events];

    /// <summary>The events' words in the order they came, test events among them.</summary>
    public IReadOnlyList<string> Words => [.. _events.Select(e => (string)e["event"]!)];

    public static async Task<EventReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new EventReceiver(app);
        app.MapPost("/events", receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var right = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body.ToArray()));
        context.Response.StatusCode = Status;
        if (Status >= 300)
            return;
        if (context.Request.Headers["X-FelScanner-Signature"] != right)
            Unsigned++;
        else
            _events.Enqueue(JsonNode.Parse(body.ToArray())!);
    }
}
