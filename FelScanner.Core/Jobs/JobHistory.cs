using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Jobs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<JobPast>))]
internal sealed partial class JobPastContext : JsonSerializerContext;

/// <summary>The last runs of each job. Runs of the quick jobs that went like the one before replace it, so that failures stay in sight.</summary>
public sealed class JobHistory(INotebook notebook)
{
    private const int Keep = 30;
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<IReadOnlyList<JobPast>> OfAsync(string id, CancellationToken cancellationToken)
    {
        var text = await notebook.ReadAsync(Key(id), cancellationToken);
        return text is null ? [] : JsonSerializer.Deserialize(text, JobPastContext.Default.IReadOnlyListJobPast) ?? [];
    }

    internal async Task AddAsync(string id, JobPast run)
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
}
