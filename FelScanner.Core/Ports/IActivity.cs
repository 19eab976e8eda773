namespace FelScanner.Core.Ports;

/// <summary>Who did what: one line of the activity page. <paramref name="Kind"/> is a short stable word ("offered", "approved", "press_refused", "scan", "probe", "sign_in", …).</summary>
public sealed record ActivityEntry(
    string Kind, string Who, string Where, string Sentence, string? RequestId = null, long? FilmId = null, long? ReleaseId = null, DateTimeOffset At = default);

public interface IActivity
{
    /// <summary>Stores an entry; a default time is filled with now.</summary>
    Task AddAsync(ActivityEntry entry, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<ActivityEntry>> PageAsync(string? kind, string? query, int page, int pageSize, CancellationToken cancellationToken);

    Task<IReadOnlyList<ActivityEntry>> OfRequestAsync(string requestId, CancellationToken cancellationToken);

    Task<IReadOnlyList<ActivityEntry>> OfFilmAsync(long filmId, CancellationToken cancellationToken);
}
