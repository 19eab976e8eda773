using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FelScanner.Core.Clients.Http;

/// <summary>A whole answer. <paramref name="Address"/> is where it came from after redirects.</summary>
internal sealed record Reply(int Status, byte[] Body, string? MediaType, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, Uri Address)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>By its beginning, or by its declared type: servers say both wrongly.</summary>
    public bool LooksLikeHtml => Start() is { } start && (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (MediaType == "text/html" && start.StartsWith('<')));

    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    public IEnumerable<string> AllOf(string name) => Headers.TryGetValues(name, out var values) ? values : [];

    /// <summary>What Retry-After asks for, at least a second and at most a day.</summary>
    public TimeSpan? RetryAfter(TimeProvider time)
    {
        var asked = Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is { } wait ? TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 1, 86400)) : null;
    }

    /// <summary>The answer as JSON. A page or broken JSON is a fault that says so; an empty answer is null.</summary>
    public T? Json<T>(RemoteService service, JsonTypeInfo<T> type)
        where T : class
    {
        if (Body.Length == 0)
            return null;
        if (LooksLikeHtml)
            throw Faults.Html(service, Address);
        try
        {
            return JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException broken)
        {
            throw Faults.BrokenJson(service, Address, broken);
        }
    }

    private string? Start()
    {
        var start = Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 256))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.Length == 0 ? null : start;
    }
}
