using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

/// <summary>Writes the keys of one group down, each in a line or two.</summary>
internal sealed class KeyGroup(string group, string tab)
{
    public SettingKey Text(string name, string fallback, string label, string help, Func<FelSettings, string, FelSettings> apply, Func<string, string?>? fault = null, bool numbersToo = false, Func<string, string>? tidy = null) =>
        Key(name, SettingKind.Text, fallback, label, help, apply, new TextType(fault, numbersToo, tidy));

    public SettingKey Url(string name, string fallback, string label, string help, Func<FelSettings, string, FelSettings> apply) =>
        Key(name, SettingKind.Url, fallback, label, help, apply, new TextType(TextRules.Url));

    public SettingKey Secret(string name, string label, string help, Func<FelSettings, Secret, FelSettings> apply, Func<string, string?>? fault = null, bool verbatim = false) =>
        Key(name, SettingKind.Secret, default(Secret), label, help, apply, new SecretType(fault, verbatim));

    public SettingKey Switch(string name, bool fallback, string label, string help, Func<FelSettings, bool, FelSettings> apply) =>
        Key(name, SettingKind.Switch, fallback, label, help, apply, new SwitchType());

    public SettingKey Whole(string name, int fallback, int min, int max, string unit, string label, string help, Func<FelSettings, int, FelSettings> apply) =>
        Key(name, SettingKind.WholeNumber, fallback, label, help, apply, new NumberType(min, max, aboveMin: false, whole: true)) with { Unit = unit, Min = min, Max = max };

    public SettingKey Hours(string name, double fallback, string label, string help, Func<FelSettings, double, FelSettings> apply) =>
        Key(name, SettingKind.Number, fallback, label, help, apply, new NumberType(0, 8760, aboveMin: true, whole: false)) with { Unit = "hours", Min = 0, AboveMin = true, Max = 8760 };

    public SettingKey Number(string name, double fallback, double min, double max, string unit, string label, string help, Func<FelSettings, double, FelSettings> apply) =>
        Key(name, SettingKind.Number, fallback, label, help, apply, new NumberType(min, max, aboveMin: false, whole: false)) with { Unit = unit, Min = min, Max = max };

    public SettingKey Choice(string name, IReadOnlyList<string> choices, string label, string help, Func<FelSettings, string, FelSettings> apply) =>
        Key(name, SettingKind.Choice, choices[0], label, help, apply, new ChoiceType(choices)) with { Choices = choices };

    public SettingKey Texts(string name, IReadOnlyList<string> fallback, string label, string help, Func<FelSettings, IReadOnlyList<string>, FelSettings> apply, Func<string, string?>? fault = null) =>
        Key(name, SettingKind.Texts, fallback, label, help, apply, new TextsType(fault));

    /// <summary>A key whose type needs no further word.</summary>
    public SettingKey Key<T>(string name, SettingKind kind, T fallback, string label, string help, Func<FelSettings, T, FelSettings> apply, SettingType type)
        where T : notnull => new()
        {
            Name = name,
            Group = group,
            Tab = tab,
            Kind = kind,
            Label = label,
            Help = help,
            DefaultValue = fallback,
            Type = type,
            Apply = (settings, value) => apply(settings, (T)value),
        };
}
