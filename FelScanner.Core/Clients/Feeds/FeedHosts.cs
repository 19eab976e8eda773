using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>The hosts from which a feed's .torrent files may come: its own, and those that its owner added ("host" or "host:port").</summary>
internal sealed class FeedHosts(IEnumerable<Uri> own, IEnumerable<string> further)
{
    private readonly HashSet<string> _names = new(
        own.Select(a => a.Host).Concat(further.Select(Name).Where(n => n.Length > 0)), StringComparer.OrdinalIgnoreCase);

    public bool Serves(Uri address) =>
        address.IsAbsoluteUri && address.Scheme is "http" or "https" && OutboundPolicy.Refusal(address) is null
        && (_names.Contains(address.Host) || _names.Contains($"{address.Host}:{address.Port}"));

    /// <summary>The address, or the fault that it lies elsewhere.</summary>
    public Uri Check(RemoteService service, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            throw new ServiceFault(service.Id, FaultKind.Refused, $"{service.Label} gave an address that is none.", "Look at the release's page.");
        if (Serves(address))
            return address;
        throw OutboundPolicy.Refusal(address) is { } why
            ? new ServiceFault(service.Id, FaultKind.Refused, $"{service.Label} gave an address that is {why}; this program never connects there.", "Nothing is fetched from there.")
            : new ServiceFault(service.Id, FaultKind.Refused, $"{service.Label} gave an address on {address.Host}, which is not one of its hosts.",
                "If that host is right, add it to the feed's download hosts.");
    }

    private static string Name(string typed)
    {
        var text = typed.Trim();
        return text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address.Host : text.Trim('/');
    }
}
