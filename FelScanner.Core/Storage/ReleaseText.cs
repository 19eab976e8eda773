using System.Text.Json;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Releases and judgements between their rows and their words.</summary>
internal sealed class ReleaseText(SealedAddress addresses)
{
    private const string NotJudged = "It has not been judged to the end yet; it is judged again after the next library scan.";

    public ReleaseRow Row(Release release, string nameKey, bool firstReading, DateTimeOffset now)
    {
        var seen = release.FirstSeen == default ? now : release.FirstSeen;
        return new()
        {
            Name = release.Name,
            NameKey = nameKey,
            Feed = release.Feed,
            FeedId = release.FeedId,
            InfoHash = release.InfoHash?.ToLowerInvariant(),
            Url = addresses.Seal(release.Url),
            MagnetLink = addresses.Seal(release.MagnetLink),
            DetailsUrl = release.DetailsUrl,
            Description = release.Description,
            Query = release.Query,
            TmdbId = release.TmdbId,
            ImdbId = release.ImdbId,
            Bytes = release.Bytes,
            Seeders = release.Seeders,
            Freeleech = release.Freeleech,
            PublishedAt = release.PublishedAt,
            FirstSeen = seen,
            LastSeen = release.LastSeen == default ? seen : release.LastSeen,
            FirstReading = firstReading,
            JudgeAgain = true,
        };
    }

    /// <summary>Takes over what is newer (seen, seeders) and what was lacking.</summary>
    public void Refresh(ReleaseRow row, Release release, DateTimeOffset now)
    {
        row.LastSeen = release.LastSeen == default ? now : release.LastSeen;
        row.Seeders = release.Seeders ?? row.Seeders;
        row.Freeleech = release.Freeleech;
        row.FeedId ??= row.Feed == release.Feed ? release.FeedId : null;
        row.InfoHash ??= release.InfoHash?.ToLowerInvariant();
        row.Url ??= addresses.Seal(release.Url);
        row.MagnetLink ??= addresses.Seal(release.MagnetLink);
        row.DetailsUrl ??= release.DetailsUrl;
        row.Description ??= release.Description;
        row.Query ??= release.Query;
        row.TmdbId ??= release.TmdbId;
        row.ImdbId ??= release.ImdbId;
        row.Bytes ??= release.Bytes;
        row.PublishedAt ??= release.PublishedAt;
    }

    public Release Read(ReleaseRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Feed = row.Feed,
        FeedId = row.FeedId,
        InfoHash = row.InfoHash,
        Url = addresses.Open(row.Url),
        MagnetLink = addresses.Open(row.MagnetLink),
        DetailsUrl = row.DetailsUrl,
        Description = row.Description,
        Query = row.Query,
        TmdbId = row.TmdbId,
        ImdbId = row.ImdbId,
        Bytes = row.Bytes,
        Seeders = row.Seeders,
        Freeleech = row.Freeleech,
        PublishedAt = row.PublishedAt,
        FirstSeen = row.FirstSeen,
        LastSeen = row.LastSeen,
    };

    public JudgedRelease ReadJudged(ReleaseRow row) => new()
    {
        Release = Read(row),
        Parsed = row.Judgement is { } parsed ? JsonSerializer.Deserialize(parsed.Parsed, StorageJson.Default.ParsedName)! : new ParsedName { Name = row.Name },
        Offered = row.Judgement is { } offered ? JsonSerializer.Deserialize(offered.Offered, StorageJson.Default.PictureAndSound)! : new PictureAndSound { Bytes = row.Bytes },
        Verdict = row.Judgement is { } verdict
            ? JsonSerializer.Deserialize(verdict.Verdict, StorageJson.Default.Verdict)!
            : new Verdict { Kind = VerdictKind.Error, Reason = NotJudged },
        FilmId = row.FilmId,
        FilmTitle = row.Judgement?.FilmTitle,
        FilmYear = row.Judgement?.FilmYear,
        FilmTmdbId = row.Judgement?.FilmTmdbId,
        Candidates = row.Judgement?.Candidates ?? [],
        FilmPicked = row.Judgement?.FilmPicked ?? false,
        JudgedAt = row.JudgedAt ?? default,
        RequestId = row.RequestId,
        Available = row.Available,
        FirstReading = row.FirstReading,
        Blocked = row.Blocked,
        JudgeAgain = row.JudgeAgain,
    };

    /// <summary>Writes what was concluded; the request it led to is never forgotten by a later judgement.</summary>
    public static void Write(ReleaseRow row, JudgedRelease judged, DateTimeOffset now)
    {
        row.Verdict = judged.Verdict.Kind;
        row.FilmId = judged.FilmId;
        row.RequestId = judged.RequestId ?? row.RequestId;
        row.Available = judged.Available;
        row.FirstReading = judged.FirstReading;
        row.Blocked = judged.Blocked;
        row.JudgeAgain = judged.JudgeAgain;
        row.JudgedAt = judged.JudgedAt == default ? now : judged.JudgedAt;
        row.Evidence = judged.Offered.Evidence;
        row.MaybeFel = judged.Offered is { Profile: 7, Layer: EnhancementLayer.Unknown };
        row.Description = judged.Release.Description ?? row.Description;

        var judgement = row.Judgement ??= new JudgementRow { Parsed = "", Offered = "", Verdict = "" };
        judgement.Parsed = JsonSerializer.Serialize(judged.Parsed, StorageJson.Default.ParsedName);
        judgement.Offered = JsonSerializer.Serialize(judged.Offered, StorageJson.Default.PictureAndSound);
        judgement.Verdict = JsonSerializer.Serialize(judged.Verdict, StorageJson.Default.Verdict);
        judgement.FilmTitle = judged.FilmTitle;
        judgement.FilmYear = judged.FilmYear;
        judgement.FilmTmdbId = judged.FilmTmdbId;
        judgement.Candidates = [.. judged.Candidates];
        judgement.FilmPicked = judged.FilmPicked;
    }
}
