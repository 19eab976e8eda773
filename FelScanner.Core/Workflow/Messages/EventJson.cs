using System.Text.Json;
using System.Text.Json.Serialization;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>One event as the outgoing webhook tells it. Carries no address and no secret.</summary>
internal sealed record EventBody(
    string Event, DateTimeOffset At, string RequestId, string MovieTitle, int? Year, string TorrentTitle, string Status, string By, string Where, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventBody))]
internal sealed partial class EventJsonContext : JsonSerializerContext;

internal static class EventJson
{
    public static string Of(Move move, DateTimeOffset now) => JsonSerializer.Serialize(
        new EventBody(
            move.Event!, now, move.Request.RequestId, move.Request.MovieTitle, move.Request.Year, move.Request.TorrentTitle,
            Domain.Requests.RequestStatusWords.Word(move.To), move.By.Name, move.By.Where, move.Sentence),
        EventJsonContext.Default.EventBody);

    /// <summary>An event of no request, for the test button.</summary>
    public static string Test(DateTimeOffset now) => JsonSerializer.Serialize(
        new EventBody("test", now, "", "A test", null, "", "", "FelScanner", "system", "This is a test: events arrive here."), EventJsonContext.Default.EventBody);
}
