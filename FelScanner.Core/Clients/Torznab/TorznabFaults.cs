using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Torznab;

/// <summary>What a feed's refusals mean. Torznab says them as XML, with or without the matching status.</summary>
internal static class TorznabFaults
{
    public static ServiceFault? Of(RemoteService service, (int Code, string Description)? error, Reply reply, TimeProvider time) => error switch
    {
        null => null,
        ( >= 100 and < 200, _) => new(service.Id, FaultKind.Unauthorised, $"{service.Label} does not accept the API key.", "Copy the key from Prowlarr or Jackett again."),
        (429 or 500 or 501, _) when reply.Status == 429 || error.Value.Code == 429 => new(service.Id, FaultKind.RateLimited,
            $"{service.Label} asks for a pause: {Said(error.Value)}.", "Nothing needs to be done: it is asked again later.")
        { RetryAfter = reply.RetryAfter(time) },
        (410, _) => new(service.Id, FaultKind.Refused, $"{service.Label} is switched off on its own side: {Said(error.Value)}.", "Switch the indexer on in Prowlarr or Jackett."),
        ( >= 200 and < 300, _) => new(service.Id, FaultKind.Refused, $"{service.Label} does not understand the question: {Said(error.Value)}.", "Check its address, search and categories."),
        _ => new(service.Id, FaultKind.BadAnswer, $"{service.Label} reports an error: {Said(error.Value)}.", "Look at the indexer in Prowlarr or Jackett."),
    };

    /// <summary>What is wrong by the status alone.</summary>
    public static ServiceFault OfStatus(RemoteService service, Reply reply, TimeProvider time) => reply.Status is 401 or 403
        ? new ServiceFault(service.Id, FaultKind.Unauthorised, $"{service.Label} does not let this program in ({reply.Status}).", "Check the API key, or the pass key in its address.")
        : Faults.Status(service, reply, time);

    private static string Said((int Code, string Description) error)
    {
        var text = string.Concat(error.Description.Where(c => !char.IsControl(c))).Trim().TrimEnd('.');
        return text.Length switch
        {
            0 => $"error {error.Code}",
            > 200 => text[..200] + "…",
            _ => text,
        };
    }
}
