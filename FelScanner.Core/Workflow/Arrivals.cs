using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>What is still to be done for a download that arrived; kept in the notebook until it is done, also across a crash.</summary>
public sealed record Arrival(string RequestId, string Hash, string SavePath, string ContentPath, DateTimeOffset At, int Attempts, DateTimeOffset? NextTry, bool Scanned, bool Probed, bool Rescanned, bool Named = false, string? FileName = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Arrival))]
internal sealed partial class ArrivalContext : JsonSerializerContext;

/// <summary>The list of arrivals whose follow-up is open, and the step that makes a request complete.</summary>
public sealed class Arrivals(INotebook notebook, RequestDoor door, ISettings settings, TimeProvider time)
{
    private const string Prefix = "arrived.";

    /// <summary>Writes down what follows, then completes the request: a crash in between finds the torrent complete again.</summary>
    public async Task ArrivedAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await WriteAsync(new Arrival(request.RequestId, torrent.Hash, torrent.SavePath, torrent.ContentPath, now, 0, null, false, false, false), cancellationToken);
        await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Downloading],
                To = RequestStatus.Completed,
                Change = r => r with { Progress = 1, CompletedAt = now, Error = null },
                By = Decider.System,
                Event = "completed",
                Sentence = $"{FilmName.Of(request)}: arrived in {request.TargetFolder}",
                Quiet = !settings.Current.Notifications.DownloadComplete,
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<Arrival>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await notebook.AllAsync(Prefix, cancellationToken)).Values.Select(text => JsonSerializer.Deserialize(text, ArrivalContext.Default.Arrival)!).OrderBy(a => a.At)];

    public Task WriteAsync(Arrival arrival, CancellationToken cancellationToken) =>
        notebook.WriteAsync(Prefix + arrival.RequestId, JsonSerializer.Serialize(arrival, ArrivalContext.Default.Arrival), cancellationToken);

    public Task DoneAsync(Arrival arrival, CancellationToken cancellationToken) => notebook.WriteAsync(Prefix + arrival.RequestId, null, cancellationToken);
}
