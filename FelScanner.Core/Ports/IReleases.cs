using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Core.Ports;

/// <summary>A release with everything that was concluded about it.</summary>
public sealed record JudgedRelease
{
    public required Release Release { get; init; }

    public required ParsedName Parsed { get; init; }

    public required PictureAndSound Offered { get; init; }

    /// <summary>The film it is taken for: by match, or picked by a person.</summary>
    public long? FilmId { get; init; }

    public string? FilmTitle { get; init; }

    public int? FilmYear { get; init; }

    public int? FilmTmdbId { get; init; }

    /// <summary>Films that fit when it is unsure.</summary>
    public IReadOnlyList<long> Candidates { get; init; } = [];

    /// <summary>A person said which film it is.</summary>
    public bool FilmPicked { get; init; }

    public required Verdict Verdict { get; init; }

    public DateTimeOffset JudgedAt { get; init; }

    /// <summary>Its request, ended ones too.</summary>
    public string? RequestId { get; init; }

    /// <summary>It is an upgrade that nobody was asked about (a feed's first reading, or an expired request): one click asks.</summary>
    public bool Available { get; init; }

    /// <summary>It came with a feed's first reading: it makes no request by itself, also when judged again.</summary>
    public bool FirstReading { get; init; }

    /// <summary>A person said never.</summary>
    public bool Blocked { get; init; }

    /// <summary>It should be judged again after the next library scan (film unknown, not analysed, not in Radarr, a fault).</summary>
    public bool JudgeAgain { get; init; }
}

/// <summary>Which releases to list. All members are optional.</summary>
public sealed record ReleaseFilter(
    string? Verdict = null, string? Query = null, string? Feed = null, long? FilmId = null, bool? Available = null, Evidence? Evidence = null, bool? MaybeFel = null);

/// <summary>Every release ever seen, once.</summary>
public interface IReleases
{
    /// <summary>
    /// Stores the release or finds the one it is: by info hash, else by feed id, else by normalised name and size within 1 %.
    /// A known one gets its last-seen time, its seeders and what it lacked (hash, url, description).
    /// </summary>
    Task<RememberedRelease> RememberAsync(Release release, bool firstReading, CancellationToken cancellationToken);

    /// <summary>
    /// The same for what a feed's reading brought, in one transaction. Returned, each once and in their order, are those to judge: what is new, and what came
    /// to no verdict, was not offered yet, or could not be for a fault of somebody else's, which is taken up again while the feed still shows it.
    /// </summary>
    Task<IReadOnlyList<RememberedRelease>> RememberReadingAsync(IReadOnlyList<Release> reading, bool firstReading, CancellationToken cancellationToken);

    Task SaveAsync(JudgedRelease judged, CancellationToken cancellationToken) => SaveAllAsync([judged], cancellationToken);

    /// <summary>Stores what was concluded about these in one transaction.</summary>
    Task SaveAllAsync(IReadOnlyList<JudgedRelease> judged, CancellationToken cancellationToken);

    Task<JudgedRelease?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<JudgedRelease>> PageAsync(ReleaseFilter filter, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>The last releases, newest first, whatever came of them.</summary>
    Task<IReadOnlyList<JudgedRelease>> LastAsync(int count, CancellationToken cancellationToken);

    /// <summary>Releases to judge again after the library, a setting or their evidence changed. <paramref name="films"/> null: all that wait.</summary>
    Task<IReadOnlyList<JudgedRelease>> ToJudgeAgainAsync(IReadOnlyCollection<long>? films, int limit, CancellationToken cancellationToken);

    Task<ReleaseCounts> CountsAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Feeds that brought releases.</summary>
    Task<IReadOnlyList<string>> FeedsAsync(CancellationToken cancellationToken);
}

/// <summary>
/// The stored release; <paramref name="IsNew"/> when it had never been seen, <paramref name="Judged"/> with what is known of it,
/// <paramref name="FirstReading"/> when it came with a feed's first reading.
/// </summary>
public sealed record RememberedRelease(Release Release, bool IsNew, JudgedRelease? Judged, bool FirstReading = false);

public sealed record ReleaseCounts(int All, int Since, int Notify, int Skip, int Unsure, int Error, int Available);
