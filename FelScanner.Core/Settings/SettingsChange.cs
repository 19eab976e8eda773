using System.Text.Json;
using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings;

/// <summary>Checks posted values against what is in force: what is wrong by key, and the values they make.</summary>
internal sealed class SettingsChange(SettingsState state, SecretBox box)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _errors = [];
    private readonly Dictionary<string, object> _values = [];

    /// <summary>The posted values that are good.</summary>
    public IReadOnlyDictionary<string, object> Values => _values;

    /// <summary>A locked key is an error when it is to be saved; in a preview its fixed value simply stays.</summary>
    public SettingsPreview Check(IReadOnlyDictionary<string, JsonElement> posted, bool toSave)
    {
        foreach (var (name, value) in posted)
            Check(name, value, toSave);
        var merged = state.Values.ToDictionary(pair => pair.Key, pair => _values.GetValueOrDefault(pair.Key) ?? pair.Value);
        return new(SettingsState.Build(merged), _errors);
    }

    /// <summary>The document with the good values in it.</summary>
    public SettingsDocument Document() =>
        _values.Aggregate(state.Document, (document, pair) => document.With(
            pair.Key, JsonSerializer.SerializeToElement(SettingsCatalogue.Find(pair.Key)!.Type.Write(pair.Value, box), SettingsJson.Default.JsonNode)));

    private void Check(string name, JsonElement value, bool toSave)
    {
        if (SettingsCatalogue.Find(name) is not { } key)
            _errors[name] = [$"There is no setting called \"{name}\"."];
        else if (state.Locked.TryGetValue(name, out var variable))
            Locked(name, variable, toSave);
        else
            Read(key, value);
    }

    private void Locked(string name, string variable, bool toSave)
    {
        if (toSave)
            _errors[name] = [$"This is fixed by the environment variable {variable}: change it there."];
    }

    private void Read(SettingKey key, JsonElement value)
    {
        if (key.IsSecret && value.ValueKind == JsonValueKind.String && value.GetString() == Secret.Mask)
            return;

        var reader = new SettingReader(box, masksAllowed: true, state.Values[key.Name]);
        var read = key.Type.Read(value, reader);
        if (read is null || reader.Errors.Count > 0)
            _errors[key.Name] = reader.Errors;
        else
            _values[key.Name] = read;
    }
}
