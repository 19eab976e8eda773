using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings;

/// <summary>One reading of file and environment.</summary>
internal sealed record SettingsState
{
    public required SettingsDocument Document { get; init; }

    /// <summary>Every key's value in force.</summary>
    public required IReadOnlyDictionary<string, object> Values { get; init; }

    public required FelSettings Settings { get; init; }

    public required IReadOnlyDictionary<string, string> Faults { get; init; }

    public required IReadOnlyDictionary<string, string> Locked { get; init; }

    public static SettingsState Defaults { get; } = new()
    {
        Document = SettingsDocument.Empty,
        Values = SettingsCatalogue.All.ToDictionary(key => key.Name, key => key.DefaultValue),
        Settings = new(),
        Faults = new Dictionary<string, string>(),
        Locked = new Dictionary<string, string>(),
    };

    public static FelSettings Build(IReadOnlyDictionary<string, object> values) =>
        SettingsCatalogue.All.Aggregate(new FelSettings(), (settings, key) => key.Apply(settings, values[key.Name]));
}

/// <summary>Reads a document and the environment over what was good before: a bad value is named and changes nothing.</summary>
internal sealed class SettingsReading(SettingsState last, EnvironmentOverrides environment, SecretBox box)
{
    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, string> _faults = [];
    private readonly Dictionary<string, string> _locked = [];

    public SettingsState Read(SettingsDocument document, string? documentFault)
    {
        if (documentFault is not null)
            _faults[SettingsFile.FileName] = documentFault;
        foreach (var key in SettingsCatalogue.All)
            _values[key.Name] = FromEnvironment(key) ?? FromFile(key, document);
        return new() { Document = document, Values = _values, Settings = SettingsState.Build(_values), Faults = _faults, Locked = _locked };
    }

    private object? FromEnvironment(SettingKey key)
    {
        if (environment.Find(key) is not { } found)
            return null;

        _locked[key.Name] = found.Variable;
        var reader = new SettingReader(box, masksAllowed: false, null);
        var value = found.Text is null ? reader.Refuse(found.Fault!) : key.Type.Read(key.Type.FromText(found.Text), reader);
        if (value is null)
            _faults[key.Name] = $"{found.Variable}: {string.Join(' ', reader.Errors)}";
        return value;
    }

    /// <summary>A key that is not there has its default; null counts as not there.</summary>
    private object FromFile(SettingKey key, SettingsDocument document)
    {
        if (document[key.Name] is not { ValueKind: not System.Text.Json.JsonValueKind.Null } typed)
            return key.DefaultValue;

        // What did not change stays the same object, so that "has this setting changed?" is a comparison.
        if (!last.Faults.ContainsKey(key.Name) && !last.Locked.ContainsKey(key.Name) && last.Document[key.Name] is { } before && System.Text.Json.JsonElement.DeepEquals(before, typed))
            return last.Values[key.Name];
        var reader = new SettingReader(box, masksAllowed: false, null);
        if (key.Type.Read(typed, reader) is { } value && reader.Errors.Count == 0)
            return value;
        _faults.TryAdd(key.Name, string.Join(' ', reader.Errors));
        return last.Values[key.Name];
    }
}
