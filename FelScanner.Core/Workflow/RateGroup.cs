using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Says what the owner thinks of a release group: preferred, neutral or blocked, with a note.</summary>
public sealed class RateGroup(ISettings settings)
{
    /// <param name="group">The group's name; case does not matter.</param>
    /// <param name="standing">What it shall be.</param>
    /// <param name="note">What to remember of it; empty: nothing; null: what stands there stays.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    /// <returns>Why it could not be saved; null when it was.</returns>
    public async Task<string?> RunAsync(string group, GroupStanding standing, string? note, CancellationToken cancellationToken)
    {
        var rules = settings.Current.Notifications.Rules;
        var values = new Dictionary<string, JsonElement>
        {
            ["groups_preferred"] = List(rules.GroupsPreferred, group, standing == GroupStanding.Preferred),
            ["groups_blocked"] = List(rules.GroupsBlocked, group, standing == GroupStanding.Blocked),
        };
        if (note is not null)
            values["group_notes"] = Notes(group, string.Join(' ', note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        foreach (var locked in values.Keys.Where(settings.Locked.ContainsKey).ToArray())
            return $"{locked} is fixed by {settings.Locked[locked]}.";
        var saved = await settings.SaveAsync(values, cancellationToken);
        return saved.IsValid ? null : string.Join(' ', saved.Errors.Values.SelectMany(sentences => sentences));
    }

    private static JsonElement List(IReadOnlyList<string> names, string group, bool belongs)
    {
        var there = names.Contains(group, StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> others = names.Where(name => !string.Equals(name, group, StringComparison.OrdinalIgnoreCase));
        return JsonSerializer.SerializeToElement(belongs == there ? names : belongs ? [.. names, group] : [.. others]);
    }

    private JsonElement Notes(string group, string note)
    {
        var others = settings.Current.Notifications.GroupNotes.Where(line => !NotificationSettings.IsAbout(line, group));
        return JsonSerializer.SerializeToElement<IReadOnlyList<string>>(note.Length == 0 ? [.. others] : [.. others, $"{group}: {note}"]);
    }
}
