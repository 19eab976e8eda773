namespace FelScanner.Web.Demo;

/// <summary>One call that a simulated service received.</summary>
public sealed record SimCall
{
    public required DateTimeOffset At { get; init; }
    public required string Method { get; init; }

    /// <summary>The decoded path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The raw query with its question mark, or "".</summary>
    public required string Query { get; init; }

    /// <summary>The body as text where it is text (JSON, a form), else "".</summary>
    public required string Body { get; init; }
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Why nobody expects this call; null for a call that the service knows.</summary>
    public string? Complaint { get; init; }

    public override string ToString() => $"{Method} {Path}{Query}{(Complaint is null ? "" : $": {Complaint}")}";
}
