namespace FelScanner.Core.Domain.Requests;

/// <summary>Where a request stands. The words of the API and the database are the lower-case names.</summary>
public enum RequestStatus
{
    /// <summary>Waits for its turn to be offered, or is snoozed.</summary>
    Queued,
    Pending,
    Approved,

    /// <summary>The intent to add is stored; qBittorrent may or may not know it yet.</summary>
    Adding,
    Downloading,
    Completed,
    Failed,
    Declined,
    Expired,

    /// <summary>Ended by a person after it had begun.</summary>
    Stopped,
}

public static class RequestStatusWords
{
    private static readonly string[] Words = [.. Enum.GetNames<RequestStatus>().Select(name => name.ToLowerInvariant())];

    public static string Word(this RequestStatus status) => Words[(int)status];

    public static RequestStatus Read(string word) => (RequestStatus)Array.IndexOf(Words, word) is var status && (int)status >= 0
        ? status
        : throw new ArgumentException($"'{word}' is no status of a request.", nameof(word));

    /// <summary>True when nothing more will happen to the request by itself.</summary>
    public static bool IsOver(this RequestStatus status) =>
        status is RequestStatus.Completed or RequestStatus.Declined or RequestStatus.Expired or RequestStatus.Stopped;

    /// <summary>The guarded steps of a request's life; every other step is refused.</summary>
    public static bool MayBecome(this RequestStatus from, RequestStatus to) => (from, to) switch
    {
        _ when from == to => !from.IsOver() || from == RequestStatus.Completed,
        (RequestStatus.Queued, RequestStatus.Pending or RequestStatus.Approved or RequestStatus.Declined or RequestStatus.Expired) => true,
        (RequestStatus.Pending, RequestStatus.Approved or RequestStatus.Declined or RequestStatus.Expired or RequestStatus.Queued) => true,
        (RequestStatus.Approved, RequestStatus.Adding or RequestStatus.Failed or RequestStatus.Stopped) => true,
        (RequestStatus.Adding, RequestStatus.Downloading or RequestStatus.Approved or RequestStatus.Failed or RequestStatus.Stopped) => true,
        (RequestStatus.Downloading, RequestStatus.Completed or RequestStatus.Failed or RequestStatus.Stopped) => true,
        (RequestStatus.Failed, RequestStatus.Approved or RequestStatus.Stopped) => true,
        _ => false,
    };
}
