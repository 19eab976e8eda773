using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>When trying again has no sense any more: the feed has said often enough that the torrent is gone or broken, or a week has passed. A person may still have it tried again.</summary>
internal static class Hopeless
{
    private const int GoneAtMost = 5;
    private static readonly TimeSpan AtMost = TimeSpan.FromDays(7);

    /// <summary>The request with this fault counted.</summary>
    public static DownloadRequest Count(DownloadRequest request, ServiceFault fault, DateTimeOffset now) => request with
    {
        Attempts = request.Attempts + 1,
        TimesGone = IsGone(fault) ? request.TimesGone + 1 : 0,
        FailingSince = request.FailingSince ?? now,
        Error = fault.Message,
    };

    /// <summary>The request as if nothing had failed yet.</summary>
    public static DownloadRequest Forget(DownloadRequest request) => request with { Attempts = 0, TimesGone = 0, FailingSince = null, NextTryAt = null, Error = null };

    /// <summary>The sentence that ends it; null while trying has a sense.</summary>
    public static string? Why(DownloadRequest counted, ServiceFault fault, DateTimeOffset now) => counted switch
    {
        { TimesGone: >= GoneAtMost } => $"{fault.What} It was asked {GoneAtMost} times. Look for another release, or try again.",
        { FailingSince: { } since } when now - since >= AtMost => $"{fault.Message} It was tried for {Words.Duration(AtMost)}. Put that right, then try again.",
        _ => null,
    };

    /// <summary>Only the feed's own word about the torrent; what qBittorrent does not know is another matter.</summary>
    private static bool IsGone(ServiceFault fault) =>
        fault is { Kind: FaultKind.NotFound or FaultKind.Refused, Service: "iptorrents" } || (fault.Kind is FaultKind.NotFound or FaultKind.Refused && fault.Service.StartsWith("feed:", StringComparison.Ordinal));
}
