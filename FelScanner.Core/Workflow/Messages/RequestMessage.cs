using System.Globalization;
using System.Text;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>A card as the chat shows it: what waits with its buttons, or what became of it.</summary>
internal static class RequestMessage
{
    /// <param name="requests">Every request of the card, oldest first; never empty.</param>
    /// <param name="space">Free space at the target, when known.</param>
    /// <param name="publicUrl">For the link to the page; empty for none.</param>
    /// <param name="now">For the time left.</param>
    public static ChatMessage Of(IReadOnlyList<DownloadRequest> requests, SpaceReport? space, string publicUrl, DateTimeOffset now)
    {
        var waiting = requests.Where(r => r.Status == RequestStatus.Pending).BestFirst(new NotificationRules()).ToList();
        return waiting.Count > 0 ? Offer(waiting, space, publicUrl, now) : Outcome(Teller(requests), now);
    }

    private static ChatMessage Offer(List<DownloadRequest> waiting, SpaceReport? space, string publicUrl, DateTimeOffset now)
    {
        var first = waiting[0];
        var text = new StringBuilder();
        Head(text, first);
        text.Append('\n').Append("Now   ").Append(Words.Escape(first.Current is null ? "not in your library" : QualityWords.Describe(first.Current)));
        AppendSize(text, first.Current?.Bytes);
        foreach (var (request, number) in waiting.Select((r, i) => (r, i + 1)))
            Choice(text, request, waiting.Count > 1 ? number : null);
        text.Append("\n\n<code>").Append(Words.Escape(first.TargetFolder)).Append("</code>");
        if (space?.FreeBytes is not null)
            text.Append(" · ").Append(SpaceSentence.After(space));
        if (space is { IsShort: true })
            text.Append("\n⚠️ ").Append(Words.Escape(SpaceSentence.Short(space)));
        if (first.ExpiresAt is { } end)
            text.Append("\nDecide within ").Append(Words.Duration(end - now));
        text.Append("\n\n");
        foreach (var request in waiting)
            text.Append("<code>").Append(Words.Escape(request.TorrentTitle)).Append("</code>\n");
        return new ChatMessage(text.ToString().TrimEnd(), RequestButtons.Of(waiting, space is { IsShort: true }, publicUrl));
    }

    private static void Choice(StringBuilder text, DownloadRequest request, int? number)
    {
        text.Append('\n').Append(number is null ? "New   " : string.Create(CultureInfo.InvariantCulture, $"\n{number}.  ")).Append(Words.Escape(QualityWords.Describe(request.Offered)));
        AppendSize(text, request.Bytes);
        foreach (var warning in request.Warnings)
            text.Append("\n▲ ").Append(Words.Escape(warning));
        List<string> origin = [.. new[] { request.Group, request.Seeders is { } seeders ? string.Create(CultureInfo.InvariantCulture, $"{seeders} seeders") : null, request.Feed }.OfType<string>()];
        text.Append(number is null ? "\n\n" : "\n").Append(Words.Escape(string.Join(" · ", origin)));
    }

    private static ChatMessage Outcome(DownloadRequest request, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Head(text, request);
        text.Append('\n').Append(OutcomeText.Of(request, now));
        text.Append("\n\n<code>").Append(Words.Escape(request.TorrentTitle)).Append("</code>");
        return new ChatMessage(text.ToString(), RequestButtons.After(request));
    }

    private static void Head(StringBuilder text, DownloadRequest request)
    {
        text.Append("🎬 <b>").Append(Words.Escape(request.MovieTitle)).Append("</b>");
        if (request.Year is { } year)
            text.Append(CultureInfo.InvariantCulture, $" ({year})");
        text.Append('\n').Append(Words.Escape(request.UpgradeReason)).Append('\n');
    }

    private static void AppendSize(StringBuilder text, long? bytes)
    {
        if (bytes is { } size)
            text.Append(" · ").Append(Words.Size(size));
    }

    /// <summary>The request that tells the card's outcome: the chosen one, else the last.</summary>
    private static DownloadRequest Teller(IReadOnlyList<DownloadRequest> requests) =>
        requests.FirstOrDefault(r => r.Status is not (RequestStatus.Declined or RequestStatus.Expired or RequestStatus.Queued)) ?? requests[^1];
}
