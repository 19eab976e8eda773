using System.Globalization;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>What became of a request, as HTML.</summary>
internal static class OutcomeText
{
    public static string Of(DownloadRequest request, DateTimeOffset now) => request.Status switch
    {
        RequestStatus.Queued when request.SnoozedUntil is { } until => $"💤 Asked again in {Words.Duration(until - now)}",
        RequestStatus.Queued => "In the queue",
        RequestStatus.Declined when request.DecisionReason == "another was chosen" => "❌ Another release was chosen",
        RequestStatus.Declined => $"❌ Skipped{By(request)}{(request.DecisionReason is null ? "" : $". {Words.Escape(request.DecisionReason)}")}",
        RequestStatus.Expired => "⌛ Expired: nobody decided in time",
        RequestStatus.Stopped => $"⏹ Stopped{By(request)}{(request.Error is null ? "" : $". {Words.Escape(request.Error)}")}",
        RequestStatus.Failed => $"✅ Approved{By(request)}\n⚠️ It failed: {Words.Escape(request.Error)}",
        RequestStatus.Completed => $"✅ Approved{By(request)}\nArrived. {Proof(request)}",
        _ => $"✅ Approved{By(request)}\n{Running(request)}",
    };

    private static string Running(DownloadRequest request) => request switch
    {
        { Status: RequestStatus.Approved, Error: { } error } => $"⚠️ Not begun yet: {Words.Escape(error)} It is tried again by itself.",
        { Status: RequestStatus.Approved or RequestStatus.Adding } => "Starting the download",
        { Error: { } error } => $"⚠️ {Percent(request)}: {Words.Escape(error)}",
        { ArrivedLayer: EnhancementLayer.Fel } => $"Downloading, {Percent(request)}. <b>Proven FEL</b>",
        { ArrivedLayer: not EnhancementLayer.Unknown } => $"Downloading, {Percent(request)}. ⚠️ {Layer(request)}{(request.Kept ? ", kept" : "")}",
        _ => $"Downloading, {Percent(request)}",
    };

    private static string Proof(DownloadRequest request) => request switch
    {
        { ArrivedLayer: EnhancementLayer.Fel } => $"<b>Proven FEL</b>.{Plex(request)}",
        { ArrivedLayer: not EnhancementLayer.Unknown } => $"{Layer(request)}.{Plex(request)}",
        { ProbeReason: { } reason } => $"Its layer is not proven: {Words.Escape(reason)}{Plex(request)}",
        _ => Plex(request).TrimStart(),
    };

    private static string Plex(DownloadRequest request) => request switch
    {
        { InPlex: false } => "",
        { Current: null } => " Plex shows it.",
        _ => " Plex has both versions.",
    };

    private static string Layer(DownloadRequest request) => request.ArrivedLayer switch
    {
        EnhancementLayer.Mel when request.LayerProven => "It turned out to be MEL",
        EnhancementLayer.Mel => "MEL so far",
        _ => "It has no enhancement layer",
    };

    private static string Percent(DownloadRequest request) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(request.Progress * 100):0} %");

    private static string By(DownloadRequest request) => request switch
    {
        { DecidedBy: null } => "",
        { DecidedAt: { } at } => $" by {Words.Escape(request.DecidedBy)}, {at:HH:mm} UTC",
        _ => $" by {Words.Escape(request.DecidedBy)}",
    };
}
