namespace FelScanner.Core.Clients.Http;

/// <summary>One request to a service. Nothing of it is ever logged: addresses and headers carry keys.</summary>
internal sealed record WireCall(HttpMethod Method, Uri Address)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Headers for the first host alone: a redirect to another one does not get them.</summary>
    public IReadOnlyList<(string Name, string Value)> SecretHeaders { get; init; } = [];

    public Func<HttpContent>? Content { get; init; }

    public Patience Patience { get; init; } = Patience.Normal;

    /// <summary>Bytes after unpacking.</summary>
    public long Limit { get; init; } = BoundedBody.Service;

    public bool VerifyTls { get; init; } = true;

    /// <summary>Where a redirect may lead; null: redirects are answers like others.</summary>
    public Func<Uri, bool>? MayFollow { get; init; }

    public HttpRequestMessage Request(bool buffered)
    {
        var request = new HttpRequestMessage(Method, Address) { Content = Content?.Invoke() };
        foreach (var (name, value) in Headers.Concat(SecretHeaders))
            request.Headers.TryAddWithoutValidation(name, value);
        if (!request.Headers.Contains("User-Agent"))
            request.Headers.TryAddWithoutValidation("User-Agent", "FelScanner/0.1");
        request.Options.Set(Patience.Key, Patience);
        if (buffered)
            request.Options.Set(Patience.LimitKey, Limit);
        return request;
    }

    /// <summary>The same call at the place a redirect names.</summary>
    public WireCall At(Uri next) => this with
    {
        Address = next,
        SecretHeaders = next.Host == Address.Host && next.Scheme == Address.Scheme ? SecretHeaders : [],
    };
}
