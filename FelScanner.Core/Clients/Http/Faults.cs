using System.Net.Sockets;
using System.Security.Authentication;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using Polly.Timeout;

namespace FelScanner.Core.Clients.Http;

/// <summary>The sentences for what goes wrong between two programs. They name the host and never the path, which may carry a key.</summary>
internal static class Faults
{
    public static ServiceFault Of(RemoteService service, WireCall call, Exception failure) => failure switch
    {
        OutboundRefusedException refused => Refused(service, refused),
        HttpRequestException { InnerException: OutboundRefusedException refused } => Refused(service, refused),
        BodyTooLargeException large => new(service.Id, FaultKind.BadAnswer,
            $"{service.Label} answered with more than {large.Limit >> 20} MiB, which cannot be right.", $"Check {service.AddressKey}: another program may answer there."),
        TimeoutRejectedException or OperationCanceledException => new(service.Id, FaultKind.Timeout,
            $"{service.Label} did not answer at {Host(call.Address)} within {call.Patience.Total.TotalSeconds:0} seconds.",
            "Check that it is running and not overloaded, and that no firewall drops the connection.", failure),
        HttpRequestException http when Find<AuthenticationException>(http) is not null || http.HttpRequestError == HttpRequestError.SecureConnectionError =>
            Tls(service, call.Address, http),
        HttpRequestException http => Network(service, call.Address, http),
        _ => Broken(service, call.Address, failure),
    };

    /// <summary>The default reading of a status that is not a success.</summary>
    public static ServiceFault Status(RemoteService service, Reply reply, TimeProvider time) => reply.Status switch
    {
        401 => new(service.Id, FaultKind.Unauthorised, $"{service.Label} does not accept the key (401).", $"Enter {service.SecretKey} anew."),
        403 => new(service.Id, FaultKind.Forbidden, $"{service.Label} refuses this program (403).", $"Check the rights that go with {service.SecretKey}."),
        404 => new(service.Id, FaultKind.NotFound, $"{service.Label} has nothing at this address (404).",
            $"Check {service.AddressKey}, a base path included: another program may answer there."),
        429 => new(service.Id, FaultKind.RateLimited, $"{service.Label} asks for a pause (429).", "Nothing needs to be done: it is asked again later.")
        { RetryAfter = reply.RetryAfter(time) },
        >= 300 and < 400 => new(service.Id, FaultKind.BadAnswer, $"{service.Label} sends this program elsewhere ({reply.Status}).",
            $"Check {service.AddressKey}: a login page or another address may stand in front."),
        502 or 503 or 504 => new(service.Id, FaultKind.Unreachable, $"{service.Label} is not ready ({reply.Status}).",
            "Wait until it has started; if that lasts, look into its own log.")
        { RetryAfter = reply.RetryAfter(time) },
        >= 500 => new(service.Id, FaultKind.BadAnswer, $"{service.Label} reports an error of its own ({reply.Status}).", "Look into its own log."),
        _ => new(service.Id, FaultKind.Refused, $"{service.Label} refused the request ({reply.Status}).", $"Check {service.AddressKey} and its version."),
    };

    public static ServiceFault Html(RemoteService service, Uri address) => new(service.Id, FaultKind.BadAnswer,
        $"{service.Label} answered with a web page instead of data at {Host(address)}.",
        $"Check {service.AddressKey}: the port, a base path, or the login page of a proxy in front of it.");

    public static ServiceFault BrokenJson(RemoteService service, Uri address, Exception inner) => new(service.Id, FaultKind.BadAnswer,
        $"{service.Label} answered with something that cannot be read at {Host(address)}.",
        $"Check {service.AddressKey}: another program may answer there.", inner);

    public static ServiceFault TooManyRedirects(RemoteService service, Uri address) => new(service.Id, FaultKind.BadAnswer,
        $"{service.Label} sends this program from one address to the next at {Host(address)}.", $"Check {service.AddressKey}.");

    public static ServiceFault ForeignRedirect(RemoteService service, Uri address, Uri target) => OutboundPolicy.Refusal(target) is { } why
        ? Refused(service, new OutboundRefusedException(target.Host, why))
        : new(service.Id, FaultKind.Refused, $"{service.Label} sends this program from {Host(address)} to {Host(target)}, which is not one of its hosts.",
            "If that host is right, add it to the feed's download hosts or enter it as the address.");

    public static ServiceFault NoAddress(RemoteService service) => new(service.Id, FaultKind.NotConfigured,
        $"{service.Label} has no usable address.", $"Enter {service.AddressKey}, beginning with http:// or https://.");

    public static ServiceFault NoSecret(RemoteService service) => new(service.Id, FaultKind.NotConfigured,
        $"{service.Label} has an address but no key.", $"Enter {service.SecretKey}.");

    /// <summary>Scheme, host and port: all that may be shown of an address.</summary>
    public static string Host(Uri address) => $"{address.Scheme}://{address.Authority}";

    private static ServiceFault Refused(RemoteService service, OutboundRefusedException refused) => new(service.Id, FaultKind.Refused,
        $"{service.Label}: {refused.Host} is {refused.Why}; this program never connects there (link-local, metadata and unspecified addresses are refused).",
        $"Enter the service's own address in {service.AddressKey}.");

    private static ServiceFault Tls(RemoteService service, Uri address, Exception inner) => new(service.Id, FaultKind.Unreachable,
        $"No secure connection (TLS) to {service.Label} at {Host(address)}: its certificate is not trusted, or it does not speak https there.",
        service == RemoteService.QBittorrent
            ? "Switch qbittorrent_https off if it speaks plain http, or qbittorrent_verify_tls off if it made its own certificate."
            : $"Use http:// in {service.AddressKey} if it speaks plain http, or give it a certificate that is trusted.", inner);

    private static ServiceFault Network(RemoteService service, Uri address, HttpRequestException failure) => Find<SocketException>(failure)?.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => new(service.Id, FaultKind.Unreachable,
            $"The name {address.Host} of {service.Label} cannot be found (DNS).", $"Check the spelling in {service.AddressKey}, or enter the IP address.", failure),
        SocketError.ConnectionRefused => new(service.Id, FaultKind.Unreachable,
            $"{service.Label} refuses connections at {Host(address)}.", $"Check that it is running and that the port in {service.AddressKey} is right.", failure),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut => new(service.Id, FaultKind.Unreachable,
            $"{service.Label} cannot be reached at {Host(address)}.", "Check that the machine is on and that this program's network leads there.", failure),
        _ => Broken(service, address, failure),
    };

    private static ServiceFault Broken(RemoteService service, Uri address, Exception failure) => new(service.Id, FaultKind.Unreachable,
        $"{service.Label} broke off the connection at {Host(address)}.",
        $"Check that {service.AddressKey} is right (http or https, port), and that it is running.", failure);

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found)
                return found;
        }

        return null;
    }
}
