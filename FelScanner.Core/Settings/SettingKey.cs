using System.Text.Json;
using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings;

public enum SettingKind
{
    Text,
    Url,
    Secret,
    Number,
    WholeNumber,
    Switch,
    Choice,
    Texts,
    Numbers,
    Feeds,
    Mappings,
}

/// <summary>One public key of the settings: what the file, the environment, the API and the page know of it.</summary>
public sealed record SettingKey
{
    private static readonly string[] BarePrefixes =
        ["plex_", "radarr_", "qbittorrent_", "qbit_", "telegram_", "iptorrents_", "notify_", "download_"];

    /// <summary>Only <see cref="Keys.KeyGroup"/> makes keys, and fills in what is not public.</summary>
    internal SettingKey()
    {
    }

    /// <summary>The name in the file and in the API, snake_case.</summary>
    public required string Name { get; init; }

    /// <summary>"plex", "radarr", "qbittorrent", "telegram", "iptorrents", "feeds", "notifications", "downloads", "paths", "access" or "running".</summary>
    public required string Group { get; init; }

    /// <summary>The tab of the settings page: one of <see cref="SettingsCatalogue.Tabs"/>.</summary>
    public required string Tab { get; init; }

    public required SettingKind Kind { get; init; }

    public required string Label { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Help { get; init; }

    /// <summary>"minutes", "hours", "GB", …; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    public double? Min { get; init; }

    /// <summary>True when the value must be greater than <see cref="Min"/>, not equal.</summary>
    public bool AboveMin { get; init; }

    public double? Max { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool IsSecret => Kind == SettingKind.Secret;

    /// <summary>The default as the API shows it.</summary>
    public JsonElement Default => Show(DefaultValue);

    /// <summary>The environment variables that override it, strongest first; each may also name a file with "_FILE" behind it.</summary>
    public IReadOnlyList<string> Variables =>
        Array.Exists(BarePrefixes, prefix => Name.StartsWith(prefix, StringComparison.Ordinal))
            ? [$"FELSCANNER_{Name.ToUpperInvariant()}", Name.ToUpperInvariant()]
            : [$"FELSCANNER_{Name.ToUpperInvariant()}"];

    internal object DefaultValue { get; init; } = null!;

    internal SettingType Type { get; init; } = null!;

    internal Func<FelSettings, object, FelSettings> Apply { get; init; } = null!;

    internal JsonElement Show(object value) => JsonSerializer.SerializeToElement(Type.Show(value), SettingsJson.Default.JsonNode);
}
