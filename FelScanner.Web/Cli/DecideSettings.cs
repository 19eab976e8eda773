using System.Collections.Frozen;
using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Web.Cli;

/// <summary>Reads the switches of a question; keys of other settings are accepted and have no effect on a verdict.</summary>
internal static class DecideSettings
{
    private static readonly FrozenDictionary<string, Func<NotificationRules, bool, NotificationRules>> Switches =
        new Dictionary<string, Func<NotificationRules, bool, NotificationRules>>
        {
            ["notify_fel"] = (rules, on) => rules with { NotifyFel = on },
            ["notify_fel_from_p5"] = (rules, on) => rules with { NotifyFelFromP5 = on },
            ["notify_fel_from_hdr"] = (rules, on) => rules with { NotifyFelFromHdr = on },
            ["notify_fel_duplicates"] = (rules, on) => rules with { NotifyFelDuplicates = on },
            ["notify_fel_unproven"] = (rules, on) => rules with { NotifyFelUnproven = on },
            ["notify_discs"] = (rules, on) => rules with { NotifyDiscs = on },
            ["notify_dv"] = (rules, on) => rules with { NotifyDv = on },
            ["notify_dv_from_hdr"] = (rules, on) => rules with { NotifyDvFromHdr = on },
            ["notify_dv_profile_upgrades"] = (rules, on) => rules with { NotifyDvProfileUpgrades = on },
            ["notify_atmos"] = (rules, on) => rules with { NotifyAtmos = on },
            ["notify_atmos_only_if_no_atmos"] = (rules, on) => rules with { NotifyAtmosOnlyIfNoAtmos = on },
            ["notify_atmos_with_dv_upgrade"] = (rules, on) => rules with { NotifyAtmosWithDvUpgrade = on },
            ["notify_resolution"] = (rules, on) => rules with { NotifyResolution = on },
            ["notify_resolution_only_upgrades"] = (rules, on) => rules with { NotifyResolutionOnlyUpgrades = on },
            ["notify_only_library_movies"] = (rules, on) => rules with { NotifyOnlyLibraryMovies = on },
            ["notify_never_duplicates"] = (rules, on) => rules with { NotifyNeverDuplicates = on },
        }.ToFrozenDictionary();

    public static NotificationRules Read(JsonElement line)
    {
        NotificationRules rules = new();
        if (!line.TryGetProperty("settings", out var settings) || settings.ValueKind == JsonValueKind.Null)
            return rules;
        if (settings.ValueKind != JsonValueKind.Object)
            throw new FormatException("\"settings\" is an object of settings keys.");
        return settings.EnumerateObject().Aggregate(rules, Apply);
    }

    private static NotificationRules Apply(NotificationRules rules, JsonProperty setting)
    {
        if (Switches.TryGetValue(setting.Name, out var set))
            return set(rules, JsonValues.AsFlag(setting.Value) ?? throw new FormatException($"the setting \"{setting.Name}\" is true or false."));
        return setting.Name switch
        {
            "groups_preferred" => rules with { GroupsPreferred = Names(setting) },
            "groups_blocked" => rules with { GroupsBlocked = Names(setting) },
            _ when SettingsKeys.WithoutEffect.Contains(setting.Name) => rules,
            _ => throw new FormatException($"there is no setting \"{setting.Name}\"."),
        };
    }

    /// <summary>A list of names, or one text with commas.</summary>
    private static List<string> Names(JsonProperty setting) => setting.Value.ValueKind switch
    {
        JsonValueKind.Array when setting.Value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String) =>
            [.. setting.Value.EnumerateArray().Select(name => name.GetString()!.Trim())],
        JsonValueKind.String => [.. setting.Value.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        _ => throw new FormatException($"the setting \"{setting.Name}\" is a list of release groups."),
    };
}
