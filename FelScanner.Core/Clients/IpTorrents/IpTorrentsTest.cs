using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>Tests IPTorrents with one request: the first search with the cookies, else the RSS address.</summary>
internal sealed class IpTorrentsTest(IpTorrentsClient client, IpTorrentsSearch search) : IConnectionTest
{
    public string Service => RemoteService.IpTorrents.Id;

    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken)
    {
        var own = settings.IpTorrents;
        if (own.Uid.IsSet != own.Pass.IsSet && !own.RssUrl.IsSet)
            return [Reports.Error(new ServiceFault(Service, FaultKind.NotConfigured, "IPTorrents needs both cookies, uid and pass.", "Copy both from the browser, or enter the RSS address."))];
        if (own.IsConfigured && !byPerson)
            return [Reports.NotAsked(RemoteService.IpTorrents)];
        return own.IsConfigured
            ? [await Reports.TryAsync(RemoteService.IpTorrents, client.Time, () => LookAsync(own, cancellationToken))]
            : [Reports.Disabled(RemoteService.IpTorrents)];
    }

    private async Task<ConnectionReport> LookAsync(IpTorrentsSettings own, CancellationToken cancellationToken)
    {
        var count = own.HasCookies
            ? (await search.PageAsync(own, IpTorrentsSearch.Query(own.Search is [var first, ..] ? first : "", 1), null, Patience.Test, cancellationToken)).Count
            : IpTorrentsRss.Read(await client.RssAsync(own, FeedMemory.Empty, Patience.Test, cancellationToken), client.Time).Count;
        return new ConnectionReport
        {
            Service = Service,
            Status = ConnectionStatus.Connected,
            Message = count == 0 ? "Connected, but the search finds nothing." : $"Connected: {count} releases on the first page.",
            Remedy = count == 0 ? "Check iptorrents_search and the account's default categories." : null,
            Extra = new Dictionary<string, object?> { ["release_count"] = count },
        };
    }
}
