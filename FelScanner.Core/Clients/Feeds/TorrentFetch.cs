using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Fetches .torrent files: at most 10 MiB, from the feed's hosts, redirects judged anew; a page in its place is told from a torrent.</summary>
internal sealed class TorrentFetch(FeedWire wire)
{
    public async Task<byte[]> FetchAsync(
        RemoteService service, FeedHosts hosts, WireCall call, Func<Reply, ServiceFault?> judge, CancellationToken cancellationToken)
    {
        var reply = await wire.SendAsync(service, call with { Limit = BoundedBody.Torrent, Patience = Patience.Large, MayFollow = hosts.Serves }, cancellationToken);
        if (judge(reply) is { } fault)
            throw fault;
        return reply switch
        {
            { Status: 404 or 410 } => throw new ServiceFault(service.Id, FaultKind.NotFound, $"{service.Label} no longer has this torrent ({reply.Status}).", "Skip the request, or look for another release."),
            { IsSuccess: false } => throw Faults.Status(service, reply, wire.Time),
            { LooksLikeHtml: true } => throw new ServiceFault(service.Id, FaultKind.Unauthorised, $"{service.Label} sent a web page in place of the torrent: the login has expired.", $"Enter {service.SecretKey} anew."),
            { Body: [(byte)'d', ..] } => reply.Body,
            _ => throw new ServiceFault(service.Id, FaultKind.BadAnswer, $"{service.Label} sent something that is no torrent.", "Look at the release's page."),
        };
    }
}
