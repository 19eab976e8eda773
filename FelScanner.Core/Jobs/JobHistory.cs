using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Ports;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<JobPast>))]
internal sealed partial class JobPastContext : JsonSerializerContext;

/// <summary>The last runs of each job. Runs of the quick jobs that went like the one before replace it, so that failures stay in sight.</summary>
public sealed partial class JobHistory(INotebook notebook, ILogger<JobHistory> logger)
{
    private const int Keep = 30;
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<IReadOnlyList<JobPast>> OfAsync(string id, CancellationToken cancellationToken)
    {
        var text = await notebook.ReadAsync(Key(id), cancellationToken);
        return text is null ? [] : JsonSerializer.Deserialize(text, JobPastContext.Default.IReadOnlyListJobPast) ?? [];
    }

    /// <summary>The run is over and its result stands, also when its line cannot be stored: whoever waits for it must hear of it.</summary>
    internal async Task AddAsync(string id, JobPast run)
    {
        try
        {
            await WriteAsync(id, run);
        }
        catch (StorageFault fault)
        {
            LogLost(logger, id, fault.Message);
        }
    }

    private async Task WriteAsync(string id, JobPast run)
    {
        await _turn.WaitAsync();
        try
        {
            var past = await OfAsync(id, CancellationToken.None);
            var older = past.Count > 0 && past[0].Succeeded == run.Succeeded && past[0].Message == run.Message ? past.Skip(1) : past;
            IReadOnlyList<JobPast> all = [run, .. older.Take(Keep - 1)];
            await notebook.WriteAsync(Key(id), JsonSerializer.Serialize(all, JobPastContext.Default.IReadOnlyListJobPast), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Key(string id) => $"job.{id}";

    [LoggerMessage(Level = LogLevel.Error, Message = "The run of {Job} is not in its history: {Sentence}")]
    private static partial void LogLost(ILogger logger, string job, string sentence);
}
