using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Core.Workflow;

/// <summary>Requests with the best upgrade first; the older one where they are equal.</summary>
internal static class RequestOrder
{
    public static IOrderedEnumerable<DownloadRequest> BestFirst(this IEnumerable<DownloadRequest> requests, NotificationRules rules) =>
        requests.OrderBy(r => new RankedRelease(r.Offered, r.Group, r.Seeders), new ReleaseRanking(rules)).ThenBy(r => r.CreatedAt);
}
