using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>A name as it would be judged, what is owned, and the message it would make (null when none).</summary>
public sealed record TriedRelease(JudgedRelease Judged, PictureAndSound? Owned, string? MessageHtml);

/// <summary>The rule tester: judges a name under the saved rules and stores nothing.</summary>
public sealed class TryName(JudgeRelease judge, ILibrary library, JudgingTools tools)
{
    public async Task<TriedRelease> RunAsync(string name, long? filmId, CancellationToken cancellationToken)
    {
        var now = tools.Time.GetUtcNow();
        var release = new Release { Name = name.Trim(), Feed = "tried by hand", FirstSeen = now, LastSeen = now };
        var judged = await judge.JudgeAsync(new RememberedRelease(release, true, null), JudgingCause.Person, cancellationToken, film: filmId);
        var film = judged.FilmId is { } id ? await library.FindAsync(id, cancellationToken) : null;
        var owned = film is null ? null : OwnedBest.Of(film);
        return new TriedRelease(judged, owned, judged.Verdict.Kind == VerdictKind.Notify ? Message(judged, owned, now) : null);
    }

    private static string Message(JudgedRelease judged, PictureAndSound? owned, DateTimeOffset now)
    {
        var request = new DownloadRequest
        {
            RequestId = "",
            CardId = "",
            Status = RequestStatus.Pending,
            MovieTitle = judged.FilmTitle ?? judged.Parsed.Title ?? "",
            Year = judged.FilmYear ?? judged.Parsed.Year,
            TorrentTitle = judged.Release.Name,
            Feed = judged.Release.Feed,
            Group = judged.Parsed.Group,
            QualityType = "fel",
            Current = owned,
            Offered = judged.Offered,
            UpgradeReason = judged.Verdict.Reason,
            Warnings = judged.Verdict.Warnings,
            Costs = judged.Verdict.Costs,
            TargetFolder = "Radarr's folder for the film",
            CreatedAt = now,
        };
        return RequestMessage.Of([request], null, "", now).Html;
    }
}
