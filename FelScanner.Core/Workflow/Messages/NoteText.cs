using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>Messages beside a card's own, as HTML, and their buttons.</summary>
internal static class NoteText
{
    private const string UnmaskedEvent = ".unmasked";

    public static string Unmasked(DownloadRequest request, ProbeResult result) =>
        $"⚠️ <b>{Words.Escape(request.MovieTitle)}</b> ({request.Year}) is not what was promised: {Words.Escape(LayerText.Sentence(result))}.\n{Words.Escape(result.Reason)}\nIt goes on unless you stop it.";

    /// <summary>The buttons of a note by its outbox key.</summary>
    public static IReadOnlyList<IReadOnlyList<ChatButton>> Buttons(string key) => key.EndsWith(UnmaskedEvent, StringComparison.Ordinal)
        ? [[new ChatButton("Keep", ChatData.Keep + key[..^UnmaskedEvent.Length]), new ChatButton("Stop and remove", ChatData.Stop + key[..^UnmaskedEvent.Length])]]
        : [];
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

    private static readonly string[] All = [Yes, No, Force, SnoozeDay, SnoozeWeek, NeverFilm, NeverGroup, More, Keep, Stop, Retry];

    /// <summary>The word and the request's id; nulls when the data is none of ours.</summary>
    public static (string? Word, string? RequestId) Read(string data) =>
        All.FirstOrDefault(word => data.StartsWith(word, StringComparison.Ordinal)) is { } found && data.Length is var length && length > found.Length && length <= 64
            ? (found, data[found.Length..])
            : (null, null);
}
