using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>The message that asks whether a download that is not what was promised shall go on.</summary>
internal static class NoteText
{
    private const string UnmaskedEvent = ".unmasked";

    /// <summary>The outbox key of a request's question.</summary>
    public static string UnmaskedKey(string requestId) => requestId + UnmaskedEvent;

    /// <summary>The request that a key asks about; null when it is another message.</summary>
    public static string? UnmaskedRequest(string key) => key.EndsWith(UnmaskedEvent, StringComparison.Ordinal) ? key[..^UnmaskedEvent.Length] : null;

    /// <summary>The question while it is open, with its buttons; afterwards what was answered.</summary>
    public static ChatMessage Unmasked(DownloadRequest request)
    {
        var open = request is { Status: RequestStatus.Downloading, AskedToStop: true, Kept: false };
        var text = $"⚠️ <b>{Words.Escape(request.MovieTitle)}</b> ({request.Year}) is not what was promised: {Words.Escape(LayerText.Sentence(request))}.\n{Words.Escape(request.ProbeReason)}\n{Answer(request)}";
        return new ChatMessage(text, open ? [[new ChatButton("Keep", ChatData.Keep + request.RequestId), new ChatButton("Stop and remove", ChatData.Stop + request.RequestId)]] : []);
    }

    private static string Answer(DownloadRequest request) => request switch
    {
        { Kept: true } => $"✅ {Capital(request.DecisionReason ?? "kept")}.",
        { Status: RequestStatus.Stopped } => $"⏹ {Capital(request.DecisionReason ?? "it was removed in qBittorrent")}.",
        { Status: RequestStatus.Downloading } => "It goes on unless you stop it.",
        _ => "It has arrived.",
    };

    private static string Capital(string text) => Words.Escape(char.ToUpperInvariant(text[0]) + text[1..]);
}

/// <summary>The words in front of a request's id in a button's data.</summary>
internal static class ChatData
{
    public const string Yes = "dl_yes_";
    public const string No = "dl_no_";
    public const string Force = "dl_force_";
    public const string SnoozeDay = "dl_snooze1_";
    public const string SnoozeWeek = "dl_snooze7_";
    public const string NeverFilm = "dl_nofilm_";
    public const string NeverGroup = "dl_nogroup_";
    public const string More = "dl_more_";
    public const string Keep = "dl_keep_";
    public const string Stop = "dl_stop_";
    public const string Retry = "dl_retry_";
    public const string Resume = "dl_start_";

    private static readonly string[] All = [Yes, No, Force, SnoozeDay, SnoozeWeek, NeverFilm, NeverGroup, More, Keep, Stop, Retry, Resume];

    /// <summary>The word and the request's id; nulls when the data is none of ours.</summary>
    public static (string? Word, string? RequestId) Read(string data) =>
        All.FirstOrDefault(word => data.StartsWith(word, StringComparison.Ordinal)) is { } found && data.Length is var length && length > found.Length && length <= 64
            ? (found, data[found.Length..])
            : (null, null);
}
