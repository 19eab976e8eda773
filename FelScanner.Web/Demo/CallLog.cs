using System.Text;

namespace FelScanner.Web.Demo;

/// <summary>The calls one simulated service has received, newest last; only the latest are kept while a demo runs for days.</summary>
public sealed class CallLog(TimeProvider time)
{
    private const int Keep = 20_000;
    private const int LongestBody = 64 * 1024;
    private readonly Lock _lock = new();
    private readonly Queue<SimCall> _calls = [];
    private readonly List<SimCall> _unexpected = [];

    public IReadOnlyList<SimCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public IReadOnlyList<SimCall> Unexpected
    {
        get
        {
            lock (_lock)
                return [.. _unexpected];
        }
    }

    internal async Task<SimCall> WriteAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var call = new SimCall
        {
            At = time.GetUtcNow(),
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            Query = request.QueryString.Value ?? "",
            Body = await TextAsync(request, cancellationToken),
            Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        lock (_lock)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Keep)
                _calls.Dequeue();
        }
        return call;
    }

    internal void Complain(SimCall call, string complaint)
    {
        lock (_lock)
        {
            if (_unexpected.Count < Keep)
                _unexpected.Add(call with { Complaint = complaint });
        }
    }

    private static async Task<string> TextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var kind = request.ContentType ?? "";
        if (!kind.Contains("json", StringComparison.OrdinalIgnoreCase) && !kind.Contains("urlencoded", StringComparison.OrdinalIgnoreCase))
            return "";
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken);
        request.Body.Position = 0;
        return text.Length <= LongestBody ? text : text[..LongestBody];
    }
}
