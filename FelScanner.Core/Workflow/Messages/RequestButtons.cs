using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>The buttons under a card's message: for each release one row of two, then the rows that matter less.</summary>
internal static class RequestButtons
{
    public static IReadOnlyList<IReadOnlyList<ChatButton>> Of(IReadOnlyList<DownloadRequest> waiting, bool shortOfSpace, string publicUrl)
    {
        List<IReadOnlyList<ChatButton>> rows =
            [.. waiting.Select((r, i) => (IReadOnlyList<ChatButton>)[new ChatButton(Numbered("✅ Download", i, waiting.Count), ChatData.Yes + r.RequestId), new ChatButton(Numbered("❌ Skip", i, waiting.Count), ChatData.No + r.RequestId)])];
        var first = waiting[0];
        if (shortOfSpace)
            rows.Add([new ChatButton("Download anyway", ChatData.Force + first.RequestId)]);
        rows.Add([new ChatButton("💤 1 day", ChatData.SnoozeDay + first.RequestId), new ChatButton("💤 1 week", ChatData.SnoozeWeek + first.RequestId)]);
        rows.Add(first.Group is null
            ? [new ChatButton("Never this film", ChatData.NeverFilm + first.RequestId)]
            : [new ChatButton("Never this film", ChatData.NeverFilm + first.RequestId), new ChatButton("Never this group", ChatData.NeverGroup + first.RequestId)]);
        if (publicUrl.StartsWith("https://", StringComparison.Ordinal))
            rows.Add([new ChatButton("Open", null, $"{publicUrl.TrimEnd('/')}/requests/{first.RequestId}")]);
        return rows;
    }

    public static IReadOnlyList<IReadOnlyList<ChatButton>> After(DownloadRequest request) => request switch
    {
        { Status: RequestStatus.Downloading, AskedToStop: true, Kept: false } =>
            [[new ChatButton("Keep", ChatData.Keep + request.RequestId), new ChatButton("Stop and remove", ChatData.Stop + request.RequestId)]],
        { Status: RequestStatus.Downloading, Error: not null } =>
            [[new ChatButton("Start again", ChatData.Resume + request.RequestId), new ChatButton("Stop and remove", ChatData.Stop + request.RequestId)]],
        { Status: RequestStatus.Failed } or { Status: RequestStatus.Approved, Error: not null } => [[new ChatButton("Try again now", ChatData.Retry + request.RequestId)]],
        _ => [],
    };

    private static string Numbered(string text, int index, int count) => count == 1 ? text : $"{text} {index + 1}";
}
