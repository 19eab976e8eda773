using System.Net;
using System.Text;

namespace FelScanner.Tests.Support;

/// <summary>One call that reached the stub.</summary>
public sealed record StubCall(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Address.AbsolutePath;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>What the stub answers.</summary>
public sealed record StubAnswer(int Status, string Body = "", string Type = "application/json", params (string Name, string Value)[] Headers)
{
    public byte[]? Bytes { get; init; }

    /// <summary>Thrown in place of an answer.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Never answers; ends with the caller's patience.</summary>
    public bool Hangs { get; init; }
}

/// <summary>Services that are not there: answers what a test registered, and fails the test on any other call.</summary>
public sealed class StubHttp : HttpMessageHandler
{
    private readonly List<(string Method, string Target, Func<StubCall, StubAnswer> Answer)> _answers = [];
    private readonly List<StubCall> _calls = [];

    public IReadOnlyList<StubCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    /// <summary>Registers an answer for a path; a target with a query must match whole. Later registrations win.</summary>
    public StubHttp On(string method, string target, Func<StubCall, StubAnswer> answer)
    {
        _answers.Insert(0, (method, target, answer));
        return this;
    }

    public StubHttp On(string method, string target, int status, string body = "", string type = "application/json", params (string Name, string Value)[] headers) =>
        On(method, target, _ => new StubAnswer(status, body, type, headers));

    /// <summary>Answers in turn; the last one stays.</summary>
    public StubHttp InTurn(string method, string target, params StubAnswer[] answers)
    {
        var at = -1;
        return On(method, target, _ => answers[Math.Min(Interlocked.Increment(ref at), answers.Length - 1)]);
    }

    public int CountOf(string method, string path) => Calls.Count(c => c.Method == method && c.Path == path);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : Encoding.Latin1.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        var call = new StubCall(request.Method.Method, request.RequestUri!, headers, body);
        lock (_calls)
            _calls.Add(call);
        var found = _answers.FirstOrDefault(a => a.Method == call.Method && (a.Target == call.Path || a.Target == call.Address.PathAndQuery)).Answer
            ?? throw new InvalidOperationException($"Nobody expected {call.Method} {call.Address.PathAndQuery}.");
        var answer = found(call);
        if (answer.Failure is { } failure)
            throw failure;
        if (answer.Hangs)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return Response(request, answer);
    }

    private static HttpResponseMessage Response(HttpRequestMessage request, StubAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(answer.Bytes ?? Encoding.UTF8.GetBytes(answer.Body)),
        };
        if (answer.Type.Length > 0)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.Type);
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
