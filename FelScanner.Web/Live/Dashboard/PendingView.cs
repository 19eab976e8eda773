using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Live.Dashboard;

/// <summary>Everything that waits for a person: cards by film, and what waits for its turn.</summary>
public sealed record PendingView(IReadOnlyList<PendingCard> Cards, IReadOnlyList<DownloadRequest> Queued, string EmptySentence);

/// <summary>One film with the releases that may be chosen.</summary>
public sealed record PendingCard(string CardId, DownloadRequest First, IReadOnlyList<PendingChoice> Choices);

/// <summary>One release of a card, as it is shown.</summary>
public sealed record PendingChoice
{
    public required DownloadRequest Request { get; init; }

    /// <summary>"fel", "maybe" or "plain": the colour of the reason.</summary>
    public required string Tone { get; init; }
    public required IReadOnlyList<BadgeView> Now { get; init; }
    public required IReadOnlyList<BadgeView> New { get; init; }
    public bool GroupPreferred { get; init; }
    public string? GroupNote { get; init; }
    public string? SpaceAfter { get; init; }
    public bool AskedInTelegram { get; init; }

    /// <summary>Share of the time to decide that is left, 0–100; null without an end.</summary>
    public double? TimeLeft { get; init; }
}

/// <summary>Makes the cards out of requests.</summary>
public static class PendingCards
{
    public static IReadOnlyList<PendingCard> Of(IEnumerable<DownloadRequest> pending, FelSettings settings, ISpaceView space, IReadOnlySet<string> askedCards, DateTimeOffset now) =>
        [.. pending
            .GroupBy(request => request.CardId)
            .Select(card => new PendingCard(card.Key, card.First(), [.. card.Select(request => Choice(request, settings, space, askedCards.Contains(card.Key), now))]))
            .OrderBy(card => card.First.ExpiresAt ?? DateTimeOffset.MaxValue).ThenBy(card => card.First.CreatedAt)];

    public static PendingChoice Choice(DownloadRequest request, FelSettings settings, ISpaceView space, bool asked, DateTimeOffset now) => new()
    {
        Request = request,
        Tone = ToneOf(request.Offered),
        Now = BadgeRow.Of(request.Current),
        New = BadgeRow.Of(request.Offered, request.Current),
        GroupPreferred = request.Group is { } group && settings.Notifications.Rules.StandingOf(group) == GroupStanding.Preferred,
        GroupNote = request.Group is { } noted ? settings.Notifications.NoteOf(noted) : null,
        SpaceAfter = space.Of(request.TargetFolder) is { } free ? $"{Words.Size(Math.Max(0, free.Bytes - (request.Bytes ?? 0)))} free afterwards" : null,
        AskedInTelegram = asked,
        TimeLeft = LeftOf(request, now),
    };

    public static string ToneOf(PictureAndSound offered) => (offered.Layer, offered.Profile) switch
    {
        (EnhancementLayer.Fel, _) => "fel",
        (EnhancementLayer.Unknown, 7) => "maybe",
        _ => "plain",
    };

    private static double? LeftOf(DownloadRequest request, DateTimeOffset now)
    {
        if (request.ExpiresAt is not { } end)
            return null;
        var whole = end - (request.OfferedAt ?? request.CreatedAt);
        return whole <= TimeSpan.Zero ? 0 : Math.Clamp((end - now) / whole * 100, 0, 100);
    }
}
