using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Health;

/// <summary>One stretch of time in which something was wrong. <paramref name="GoneAt"/>: it went away then, and may come back.</summary>
public sealed record Episode(string Id, FindingSeverity Severity, string Message, string Remedy, string? Link, DateTimeOffset Since, bool Told, DateTimeOffset? GoneAt)
{
    public Finding AsFinding() => new(Id, Severity, Message, Remedy, Since, Link);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Episode>))]
internal sealed partial class EpisodeContext : JsonSerializerContext;

/// <summary>The episodes in the notebook. After a restart the open ones stand again, until whoever sees them mended clears them.</summary>
public sealed class EpisodeBook(INotebook notebook, IFindings findings)
{
    private IReadOnlyList<Episode>? _now;

    public async Task<IReadOnlyList<Episode>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_now is not null)
            return _now;
        var text = await notebook.ReadAsync(Notes.Episodes, cancellationToken);
        _now = text is null ? [] : JsonSerializer.Deserialize(text, EpisodeContext.Default.IReadOnlyListEpisode) ?? [];
        foreach (var episode in _now.Where(e => e.GoneAt is null))
            findings.Resume(episode.AsFinding());
        return _now;
    }

    public async Task WriteAsync(IReadOnlyList<Episode> episodes, CancellationToken cancellationToken)
    {
        if (_now is not null && _now.SequenceEqual(episodes))
            return;
        await notebook.WriteAsync(Notes.Episodes, episodes.Count == 0 ? null : JsonSerializer.Serialize(episodes, EpisodeContext.Default.IReadOnlyListEpisode), cancellationToken);
        _now = episodes;
    }
}
