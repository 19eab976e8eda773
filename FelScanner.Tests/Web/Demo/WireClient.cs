using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Tests.Web.Demo;

/// <summary>A bare HTTP caller: what it sends is exactly what the test says.</summary>
internal sealed class WireClient(Uri address, bool cookies = false) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public async Task<WireAnswer> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new WireAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.MediaType ?? "",
            response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<WireAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<WireAnswer> PostAsync(string path, HttpContent? content, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, content, headers);

    public Task<WireAnswer> FormAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<WireAnswer> JsonAsync(string path, JsonObject body) => PostAsync(path, JsonContent.Create(body));

    public void Dispose() => _http.Dispose();
}

internal sealed record WireAnswer(int Status, byte[] Bytes, string Type, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Text)!;
}
