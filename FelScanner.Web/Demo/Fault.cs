namespace FelScanner.Web.Demo;

/// <summary>What goes wrong with one call to a simulated service.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>The call has no effect; the service answers this status and text.</summary>
    public sealed record Status(int Code, string Body = "", string ContentType = "text/plain") : Fault;

    /// <summary>Too many requests: no effect, the service's own form of 429 with <paramref name="RetryAfterSeconds"/>.</summary>
    public sealed record TooMany(int RetryAfterSeconds) : Fault;

    /// <summary>No effect; a page for people comes back with 200, as from a proxy or a login wall.</summary>
    public sealed record Html(string Body = "<html><body>Welcome</body></html>") : Fault;

    /// <summary>No effect; the connection is cut.</summary>
    public sealed record Reset : Fault;

    /// <summary>The effect happens, then the connection is cut before a byte of the answer.</summary>
    public sealed record ResetAfterEffect : Fault;

    /// <summary>No effect, and no answer until the caller gives up.</summary>
    public sealed record Timeout : Fault;

    /// <summary>The effect happens, but no answer comes until the caller gives up.</summary>
    public sealed record TimeoutAfterEffect : Fault;

    /// <summary>The call is answered as usual, <paramref name="Delay"/> later.</summary>
    public sealed record Slow(TimeSpan Delay) : Fault;
}
