using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.Core.Clients.Feeds;

/// <summary>Serves documents that were made to do harm, and notes every call for anything else: whoever reads a feed has no business elsewhere.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private const int Hundred = 100 << 20;
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private const string Item = "<item><title>Dune 2021 2160p</title><link>http://127.0.0.1/d/1</link></item>";

    private readonly ConcurrentBag<string> _elsewhere = [];
    private readonly WebApplication _app;
    private readonly (string Name, Func<HttpContext, Random, Task> Serve)[] _kinds;

    private HostileServer(WebApplication app)
    {
        _app = app;
        _kinds =
        [
            ("entity bomb", (c, r) => XmlAsync(c, Bomb(r.Next(5, 60)))),
            ("external entity", (c, r) => XmlAsync(c, $"{Head}<!DOCTYPE rss [<!ENTITY x SYSTEM \"{Address}elsewhere/{r.Next()}\">]><rss><channel><item><title>&x;</title></item></channel></rss>")),
            ("file as an entity", (c, _) => XmlAsync(c, $"{Head}<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>")),
            ("external document type", (c, r) => XmlAsync(c, $"{Head}<!DOCTYPE rss SYSTEM \"{Address}elsewhere/{r.Next()}.dtd\"><rss><channel/></rss>")),
            ("parameter entity", (c, r) => XmlAsync(c, $"{Head}<!DOCTYPE rss [<!ENTITY % p SYSTEM \"{Address}elsewhere/{r.Next()}.dtd\"> %p;]><rss/>")),
            ("quadratic entity", (c, r) => XmlAsync(c, $"{Head}<!DOCTYPE rss [<!ENTITY a \"{new string('a', r.Next(10_000, 50_000))}\">]><rss><channel>{string.Concat(Enumerable.Repeat("&a;", 2_000))}</channel></rss>")),
            ("a hundred megabytes", (c, _) => EndlessAsync(c)),
            ("gzip bomb", (c, _) => PackedAsync(c, "gzip", s => new GZipStream(s, CompressionLevel.Fastest))),
            ("brotli bomb", (c, _) => PackedAsync(c, "br", s => new BrotliStream(s, CompressionLevel.Fastest))),
            ("cut", (c, r) => XmlAsync(c, $"{Head}<rss><channel>{string.Concat(Enumerable.Repeat(Item, 20))}"[..r.Next(60, 900)])),
            ("cut connection", (c, r) => CutAsync(c, r.Next(1, 2_000))),
            ("wrong charset", (c, r) => BytesAsync(c, [.. Encoding.UTF8.GetBytes(Head + "<rss><channel><item><title>"), 0xC3, 0x28, (byte)r.Next(0x80, 0xC0), 0xFF, .. "</title></item></channel>"u8])),
            ("unknown charset", (c, r) => XmlAsync(c, $"<?xml version=\"1.0\" encoding=\"x-none-{r.Next()}\"?><rss><channel>{Item}</channel></rss>")),
            ("UTF-16 that says UTF-8", (c, _) => BytesAsync(c, Encoding.Unicode.GetBytes($"{Head}<rss><channel>{Item}</channel></rss>"))),
            ("a page", (c, _) => BytesAsync(c, Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Log in</body></html>"), "application/xml")),
            ("JSON", (c, r) => XmlAsync(c, $"{{\"items\":[{r.Next()}]}}")),
            ("nothing", (c, _) => XmlAsync(c, "")),
            ("noise", (c, r) => NoiseAsync(c, r)),
            ("a thousand levels", (c, r) => XmlAsync(c, Head + "<rss>" + string.Concat(Enumerable.Repeat("<a>", r.Next(100, 90_000))))),
            ("another document", (c, r) => XmlAsync(c, $"{Head}<svg xmlns=\"http://www.w3.org/2000/svg\"><a>{r.Next()}</a></svg>")),
            ("gzip that is none", (c, r) => GarbageAsync(c, r)),
            ("elsewhere by redirect", (c, r) => Task.Run(() => c.Response.Redirect(r.Next(2) == 0 ? "http://169.254.169.254/latest" : "http://[fe80::1]/feed"))),
        ];
    }

    public Uri Address => new(_app.Urls.First() + "/");

    public int Kinds => _kinds.Length;

    /// <summary>Calls for anything but the feeds themselves.</summary>
    public IReadOnlyCollection<string> Elsewhere => _elsewhere;

    public string NameOf(int number) => _kinds[number % _kinds.Length].Name;

    public static async Task<HostileServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new HostileServer(builder.Build());
        server._app.Run(server.ServeAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task ServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is ['/', 'f', '/', .. var number] && int.TryParse(number, out var which))
            return _kinds[which % _kinds.Length].Serve(context, new Random(which));
        _elsewhere.Add(context.Request.Path);
        return Task.CompletedTask;
    }

    private static string Bomb(int width) =>
        $"{Head}<!DOCTYPE rss [<!ENTITY a0 \"lol\">{string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", width))}\">"))}]><rss><channel><item><title>&a12;</title></item></channel></rss>";

    private static Task XmlAsync(HttpContext context, string text) => BytesAsync(context, Encoding.UTF8.GetBytes(text));

    private static async Task BytesAsync(HttpContext context, byte[] bytes, string type = "application/rss+xml")
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>A document that goes on and on, without saying how long it is.</summary>
    private static async Task EndlessAsync(HttpContext context)
    {
        await BytesAsync(context, Encoding.UTF8.GetBytes(Head + "<rss><channel>"));
        var items = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Item, 1_000)));
        for (var sent = 0L; sent < Hundred && !context.RequestAborted.IsCancellationRequested; sent += items.Length)
            await context.Response.Body.WriteAsync(items, context.RequestAborted);
    }

    private static async Task PackedAsync(HttpContext context, string encoding, Func<Stream, Stream> pack)
    {
        context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentType = "application/rss+xml";
        await using var packed = pack(context.Response.Body);
        var blanks = new byte[1 << 20];
        Array.Fill(blanks, (byte)' ');
        for (var i = 0; i < 100 && !context.RequestAborted.IsCancellationRequested; i++)
            await packed.WriteAsync(blanks, context.RequestAborted);
    }

    private static async Task CutAsync(HttpContext context, int after)
    {
        context.Response.ContentLength = 100_000;
        await BytesAsync(context, Encoding.UTF8.GetBytes(Head + "<rss><channel>" + new string(' ', after)));
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static Task NoiseAsync(HttpContext context, Random random)
    {
        var noise = new byte[random.Next(10, 100_000)];
        random.NextBytes(noise);
        return BytesAsync(context, noise);
    }

    private static Task GarbageAsync(HttpContext context, Random random)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        var bytes = new byte[500];
        random.NextBytes(bytes);
        return BytesAsync(context, [0x1f, 0x8b, 8, .. bytes]);
    }
}
