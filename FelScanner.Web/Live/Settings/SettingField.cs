namespace FelScanner.Web.Live.Settings;

public enum FieldKind
{
    Switch,
    Text,
    Number,
    Secret,
    Choice,

    /// <summary>One entry a line.</summary>
    Lines,
    Feeds,
    Mappings,
}

/// <summary>One setting as the page shows it: a name, one sentence, and how it is edited.</summary>
public sealed record SettingField(string Key, string Name, string Help, FieldKind Kind = FieldKind.Text)
{
    /// <summary>"min", "GB", …</summary>
    public string? Unit { get; init; }

    /// <summary>Value and words of each choice.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];

    public string? Placeholder { get; init; }

    /// <summary>Belongs under the field before it.</summary>
    public bool Sub { get; init; }

    /// <summary>Entries of a list are numbers.</summary>
    public bool Numbers { get; init; }
}

/// <summary>Fields that belong together. <paramref name="TestService"/>: what the Test button tests.</summary>
public sealed record SettingSection(string Title, IReadOnlyList<SettingField> Fields, string? TestService = null, string? Intro = null);

/// <summary>One tab of the settings.</summary>
public sealed record SettingTab(string Slug, string Name, string Question, IReadOnlyList<SettingSection> Sections)
{
    public IEnumerable<string> Keys => Sections.SelectMany(section => section.Fields).Select(one => one.Key);
}
