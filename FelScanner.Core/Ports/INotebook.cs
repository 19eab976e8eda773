namespace FelScanner.Core.Ports;

/// <summary>Small facts the program must remember across restarts: the chat's offset, each feed's memory, the last library reading. Values are short texts or JSON.</summary>
public interface INotebook
{
    Task<string?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Null erases the note.</summary>
    Task WriteAsync(string key, string? value, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<string, string>> AllAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>Keys of the notebook that more than one verb knows.</summary>
public static class Notes
{
    public const string ChatOffset = "telegram.offset";
    public const string LibraryReadAt = "library.read_at";
    public const string FeedPrefix = "feed.";

    /// <summary>There while the reading of layers is to stop after the file under way.</summary>
    public const string ProbePaused = "probe.paused";
    public const string Episodes = "health.episodes";
}
