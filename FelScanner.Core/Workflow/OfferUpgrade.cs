using System.Security.Cryptography;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>A release after its offer; <paramref name="IsStored"/>: the transaction that made its request wrote that into the release too.</summary>
public sealed record OfferedRelease(JudgedRelease Release, bool IsStored);

/// <summary>Makes a request of an upgrade: Radarr's folder, then the request and its message in one transaction. More than may wait are queued.</summary>
public sealed class OfferUpgrade(RadarrShelf radarr, IRequests requests, RequestDoor door, ILibrary library, OfferLimits limits)
{
    /// <summary>The release with its request, or with the verdict "error" and the sentence why it has no folder.</summary>
    /// <param name="judged">A release whose verdict is to notify.</param>
    /// <param name="byPerson">A person asks for it: no queue.</param>
    /// <param name="cancellationToken">Ends the offer.</param>
    public async Task<OfferedRelease> RunAsync(JudgedRelease judged, bool byPerson, CancellationToken cancellationToken)
    {
        var film = judged.FilmId is { } id ? await library.FindAsync(id, cancellationToken) : null;
        FilmFolder place;
        try
        {
            place = await radarr.FolderOfAsync(film, judged.Parsed, cancellationToken);
        }
        catch (ServiceFault fault)
        {
            return Error(judged, $"It is an upgrade, but Radarr cannot tell the folder. {fault.Message}");
        }

        if (place.Folder is null)
            return Error(judged, place.Problem!);
        var request = await DraftAsync(judged, film, place, byPerson, cancellationToken);
        return await door.CreateAsync(request, cancellationToken)
            ? new(judged with { RequestId = request.RequestId, Available = false, JudgeAgain = false }, true)
            : new(judged with { RequestId = (await requests.OfReleaseAsync(judged.Release.Id, cancellationToken))?.RequestId, JudgeAgain = false }, false);
    }

    private static OfferedRelease Error(JudgedRelease judged, string sentence) =>
        new(judged with { Verdict = judged.Verdict with { Kind = VerdictKind.Error, Reason = sentence }, JudgeAgain = true }, false);

    private async Task<DownloadRequest> DraftAsync(JudgedRelease judged, Film? film, FilmFolder place, bool byPerson, CancellationToken cancellationToken)
    {
        var now = limits.Time.GetUtcNow();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var (cards, beside) = await requests.WaitingAsync(film?.Id, cancellationToken);
        var full = cards >= limits.Settings.Current.Downloads.MaxPendingApprovals;
        var status = beside?.Status ?? (full && !byPerson ? RequestStatus.Queued : RequestStatus.Pending);
        return new DownloadRequest
        {
            RequestId = id,
            CardId = beside?.CardId ?? id,
            Status = status,
            ReleaseId = judged.Release.Id,
            FilmId = film?.Id,
            MovieTitle = film?.Title ?? place.Film!.Title,
            Year = film?.Year ?? place.Film!.Year,
            TmdbId = film?.TmdbId ?? place.Film!.TmdbId,
            ImdbId = film?.ImdbId ?? place.Film!.ImdbId,
            RadarrId = place.Film!.Id,
            TorrentTitle = judged.Release.Name,
            TorrentUrl = judged.Release.Url,
            MagnetLink = judged.Release.MagnetLink,
            Feed = judged.Release.Feed,
            Group = judged.Parsed.Group,
            Bytes = judged.Release.Bytes,
            Seeders = judged.Release.Seeders,
            QualityType = QualityType(judged.Offered),
            Current = film is null ? null : OwnedBest.Of(film),
            Offered = judged.Offered,
            UpgradeReason = judged.Verdict.Reason,
            Warnings = judged.Verdict.Warnings,
            Costs = judged.Verdict.Costs,
            TargetFolder = place.Folder!,
            CreatedAt = now,
            OfferedAt = status == RequestStatus.Pending ? now : null,
            ExpiresAt = status == RequestStatus.Pending ? beside?.ExpiresAt ?? now + limits.Lifetime : null,
        };
    }

    private static string QualityType(PictureAndSound offered) => offered switch
    {
        { DolbyVision: true, Profile: 7, Layer: not EnhancementLayer.Mel } => "fel",
        { DolbyVision: true } => "dv",
        _ => "hdr",
    };
}

/// <summary>How many requests may wait, and for how long.</summary>
public sealed record OfferLimits(ISettings Settings, TimeProvider Time)
{
    public TimeSpan Lifetime => TimeSpan.FromHours(Settings.Current.Notifications.ExpireHours);
}
