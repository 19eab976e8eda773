using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Requests;

/// <summary>A request's life as points in time: what was noted, or what can be told from the request itself.</summary>
public static class RequestLife
{
    public static IReadOnlyList<TimelinePoint> Of(DownloadRequest request, IReadOnlyList<ActivityEntry> noted)
    {
        TimelinePoint[] points = noted.Count > 0 ? [.. noted.Select(TimelinePoint.Of)] : [.. Told(request)];
        return [.. points.OrderBy(point => point.At)];
    }

    private static IEnumerable<TimelinePoint> Told(DownloadRequest request)
    {
        yield return new TimelinePoint(request.CreatedAt, $"Found in {Words.Service(request.Feed)}: {request.UpgradeReason}", null, "");
        if (request.OfferedAt is { } offered && offered != request.CreatedAt)
            yield return new TimelinePoint(offered, "You were asked", null, "");
        if (request.DecidedAt is { } decided)
        {
            var (_, tone, word) = Dashboard.Decisions.Say(request);
            yield return new TimelinePoint(decided, request.ApprovedAt is null ? word[..1].ToUpperInvariant() + word[1..] : "Approved", Dashboard.Decisions.By(request), tone);
        }

        if (request.CompletedAt is { } arrived)
            yield return new TimelinePoint(arrived, request.ProbeReason is { } why ? $"Arrived, and the file was read: {why}" : "Arrived", null, "ok");
    }
}
