using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>A name as it would be judged, the film it was compared with (null when none), and the message it would make (null when none).</summary>
public sealed record TriedRelease(JudgedRelease Judged, Film? Film, string? MessageHtml);

/// <summary>The rule tester: judges a name under the saved rules and stores nothing.</summary>
public sealed class TryName(JudgeRelease judge, ILibrary library, JudgingTools tools)
{
    /// <param name="name">The release name.</param>
    /// <param name="filmId">The film it is to be taken for; null: found as for any release.</param>
    /// <param name="owned">Copies to compare with instead of the owned ones, each in the words of a release name ("2160p WEB-DL DV P5 Atmos"); none: the owned ones.</param>
    /// <param name="cancellationToken">Ends the judging.</param>
    public async Task<TriedRelease> RunAsync(string name, long? filmId, IReadOnlyList<string> owned, CancellationToken cancellationToken)
    {
        var now = tools.Time.GetUtcNow();
        var release = new Release { Name = name.Trim(), Feed = "tried by hand", FirstSeen = now, LastSeen = now };
        var judged = await judge.JudgeAsync(new RememberedRelease(release, true, null), JudgingCause.Person, cancellationToken, film: filmId);
        var film = judged.FilmId is { } id ? await library.FindAsync(id, cancellationToken) : null;
        if (owned.Count > 0)
        {
            film = (film ?? new Film { Title = judged.Parsed.Title ?? release.Name, Year = judged.Parsed.Year }) with { Copies = [.. owned.Select(Described)] };
            judged = AgainstThese(judged, film);
        }

        return new TriedRelease(judged, film, judged.Verdict.Kind == VerdictKind.Notify ? Message(judged, film is null ? null : OwnedBest.Of(film), now) : null);
    }

    private JudgedRelease AgainstThese(JudgedRelease judged, Film film)
    {
        var question = new UpgradeQuestion { Name = judged.Parsed, Offered = judged.Offered, Match = new FilmMatch.One(film, false), Rules = tools.Settings.Current.Notifications.Rules };
        return judged with { Verdict = UpgradeDetector.Judge(question), FilmTitle = film.Title, FilmYear = film.Year };
    }

    /// <summary>The person's word about a copy of their own is taken as proven.</summary>
    private static Copy Described(string words, int number)
    {
        var quality = ReleaseEvidence.Read(ReleaseNameParser.Parse(words), null, null, null);
        return new Copy
        {
            Id = -1 - number,
            Quality = quality with { Evidence = quality.Layer is EnhancementLayer.Fel or EnhancementLayer.Mel ? Evidence.Proven : quality.Profile == 7 ? Evidence.Plex : Evidence.None },
        };
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
