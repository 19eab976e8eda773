using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Workflow;

/// <summary>Who decides, and where: "telegram", "web", "api" or "system".</summary>
public sealed record Decider(string Name, string Where)
{
    /// <summary>The program itself.</summary>
    public static Decider System { get; } = new("FelScanner", "system");
}

public enum DecisionKind
{
    Done,
    NotFound,

    /// <summary>Somebody decided first, or it has expired.</summary>
    TooLate,

    /// <summary>Too little space: the request stays as it was.</summary>
    NoSpace,

    /// <summary>The yes is kept, but the torrent could not be fetched or added yet; it is tried again.</summary>
    Kept,

    /// <summary>The yes stands, but the torrent can never be taken.</summary>
    Failed,
}

/// <summary>What came of a decision, in a word, a sentence, and the request as it stands now.</summary>
public sealed record Decision(DecisionKind Kind, DownloadRequest? Request, string Sentence, SpaceReport? Space = null);

/// <summary>Space at the target folder, in bytes. <paramref name="FreeBytes"/> has everything that already downloads taken off; null when nobody knows.</summary>
public sealed record SpaceReport(long NeededBytes, long? FreeBytes, double MinFreeGb, string MeasuredBy)
{
    public const double BytesPerGb = 1_000_000_000;

    public long? FreeAfterBytes => FreeBytes - NeededBytes;

    /// <summary>True when it is known that too little would be left.</summary>
    public bool IsShort => FreeAfterBytes is { } after && after < MinFreeGb * BytesPerGb;
}
