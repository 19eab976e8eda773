using System.Text.Json;
using FelScanner.Core.Settings;
using FelScanner.Core.Settings.Earlier;

namespace FelScanner.Core.Workflow;

/// <summary>What came of an earlier program's settings: the keys that were taken, and a sentence for everything that was not.</summary>
public sealed record TakenOver(IReadOnlyList<string> Taken, IReadOnlyList<string> Left, bool Saved);

/// <summary>Takes over the settings of an earlier FELScanner: what is good is saved, what is not is told.</summary>
public sealed class TakeOverSettings(ISettings settings)
{
    /// <param name="text">The earlier file as it is.</param>
    /// <param name="save">False: only look.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FormatException">The text is no settings file; the sentence says so.</exception>
    public async Task<TakenOver> RunAsync(string text, bool save, CancellationToken cancellationToken)
    {
        var read = EarlierSettings.Read(text);
        List<string> left = [.. read.Left];
        Dictionary<string, JsonElement> good = new(read.Values);
        foreach (var (key, sentences) in settings.Preview(read.Values).Errors)
        {
            good.Remove(key);
            left.Add($"{key} was not taken: {string.Join(" ", sentences)}");
        }

        foreach (var key in good.Keys.Where(settings.Locked.ContainsKey).ToList())
        {
            good.Remove(key);
            left.Add($"{key} was not taken: it is fixed by {settings.Locked[key]}.");
        }

        if (!save || good.Count == 0)
            return new TakenOver([.. good.Keys.Order(StringComparer.Ordinal)], left, Saved: false);
        var saved = await settings.SaveAsync(good, cancellationToken);
        return saved.IsValid
            ? new TakenOver([.. good.Keys.Order(StringComparer.Ordinal)], left, Saved: true)
            : new TakenOver([], [.. left, .. saved.Errors.SelectMany(error => error.Value)], Saved: false);
    }
}
