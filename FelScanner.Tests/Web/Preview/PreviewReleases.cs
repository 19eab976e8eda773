using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Web.Preview;

internal sealed class PreviewReleases(IReadOnlyList<JudgedRelease> all) : IReleases
{
    public Task<RememberedRelease> RememberAsync(Release release, bool firstReading, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<RememberedRelease>> RememberReadingAsync(IReadOnlyList<Release> reading, bool firstReading, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SaveAllAsync(IReadOnlyList<JudgedRelease> judged, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<JudgedRelease?> FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(all.FirstOrDefault(judged => judged.Release.Id == id));

    public Task<Page<JudgedRelease>> PageAsync(ReleaseFilter filter, int page, int pageSize, CancellationToken cancellationToken)
    {
        JudgedRelease[] found = [.. all
            .Where(judged => filter.Verdict is null || string.Equals(judged.Verdict.Kind.ToString(), filter.Verdict, StringComparison.OrdinalIgnoreCase))
            .Where(judged => filter.Available is null || judged.Available == filter.Available)
            .Where(judged => filter.Feed is null || judged.Release.Feed == filter.Feed)
            .Where(judged => filter.FilmId is null || judged.FilmId == filter.FilmId)
            .Where(judged => filter.Query is null || judged.Release.Name.Contains(filter.Query, StringComparison.OrdinalIgnoreCase))];
        return Task.FromResult(new Page<JudgedRelease>([.. found.Skip((page - 1) * pageSize).Take(pageSize)], page, pageSize, found.Length));
    }

    public Task<IReadOnlyList<JudgedRelease>> LastAsync(int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<JudgedRelease>>([.. all.Take(count)]);

    public Task<IReadOnlyList<JudgedRelease>> ToJudgeAgainAsync(IReadOnlyCollection<long>? films, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<JudgedRelease>>([]);

    public Task<ReleaseCounts> CountsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        int Count(VerdictKind kind) => all.Count(judged => judged.Verdict.Kind == kind);
        return Task.FromResult(new ReleaseCounts(all.Count, all.Count(judged => judged.Release.FirstSeen >= since), Count(VerdictKind.Notify), Count(VerdictKind.Skip), Count(VerdictKind.Unsure), Count(VerdictKind.Error), all.Count(judged => judged.Available)));
    }

    public Task<IReadOnlyList<string>> FeedsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(all.Count == 0 ? [] : ["iptorrents", "Prowlarr"]);
}
