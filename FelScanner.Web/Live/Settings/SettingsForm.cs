using System.Globalization;
using System.Text.Json;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Live.Settings;

/// <summary>The settings as they are being edited in one tab of the browser: what is saved, and the changes on top.</summary>
public sealed class SettingsForm(ISettings settings)
{
    private readonly Dictionary<string, JsonElement> _edits = [];
    private IReadOnlyDictionary<string, JsonElement> _saved = settings.Show();
    private IReadOnlyDictionary<string, IReadOnlyList<string>> _errors = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, JsonElement> Edits => _edits;

    public IReadOnlyDictionary<string, string> Locked => settings.Locked;

    /// <summary>Every known key.</summary>
    public IEnumerable<string> Keys => _saved.Keys;

    /// <summary>Takes the saved values anew; changes stay on top.</summary>
    public void Reload()
    {
        _saved = settings.Show();
        foreach (var key in _edits.Keys.Where(key => Same(_edits[key], Saved(key))).ToArray())
            _edits.Remove(key);
        Check();
    }

    public JsonElement Value(string key) => _edits.TryGetValue(key, out var edit) ? edit : Saved(key);

    public bool IsChanged(string key) => _edits.ContainsKey(key);

    public int Changed(SettingTab tab) => tab.Keys.Count(_edits.ContainsKey);

    public IReadOnlyList<string> Errors(string key) =>
        _errors.TryGetValue(key, out var errors) ? errors : settings.Faults.TryGetValue(key, out var fault) && !IsChanged(key) ? [fault] : [];

    public bool IsValid(SettingTab tab) => !tab.Keys.Any(_errors.ContainsKey);

    public void Set(string key, JsonElement value)
    {
        if (Same(value, Saved(key)))
            _edits.Remove(key);
        else
            _edits[key] = value;
        Check();
    }

    public void Set(string key, bool value) => Set(key, JsonSerializer.SerializeToElement(value));

    public void Set(string key, string value) => Set(key, JsonSerializer.SerializeToElement(value));

    /// <summary>A number as typed; what is none stays text, so that the check can say so.</summary>
    public void SetNumber(string key, string typed) => Set(key, NumberOrText(typed));

    public void SetLines(string key, string typed, bool numbers)
    {
        var entries = typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Set(key, JsonSerializer.SerializeToElement(entries.Select(entry => numbers ? NumberOrText(entry) : JsonSerializer.SerializeToElement(entry))));
    }

    public void Discard(SettingTab tab)
    {
        foreach (var key in tab.Keys)
            _edits.Remove(key);
        Check();
    }

    public void DiscardAll()
    {
        _edits.Clear();
        Check();
    }

    /// <summary>Saves one tab's changes; false when something in them is wrong, and then nothing is saved.</summary>
    public async Task<bool> SaveAsync(SettingTab tab, CancellationToken cancellationToken)
    {
        var values = tab.Keys.Where(_edits.ContainsKey).ToDictionary(key => key, key => _edits[key]);
        var outcome = await settings.SaveAsync(values, cancellationToken);
        if (!outcome.IsValid)
        {
            _errors = outcome.Errors;
            return false;
        }

        foreach (var key in values.Keys)
            _edits.Remove(key);
        Reload();
        return true;
    }

    /// <summary>Changes as text that may be kept outside: without anything secret; null when there is none.</summary>
    public string? Keepable()
    {
        var open = _edits.Where(edit => !IsSecret(edit.Key, edit.Value)).ToDictionary(edit => edit.Key, edit => edit.Value);
        return open.Count == 0 ? null : JsonSerializer.Serialize(open);
    }

    /// <summary>True while a secret is typed that is saved nowhere.</summary>
    public bool HoldsSecret => _edits.Any(edit => IsSecret(edit.Key, edit.Value));

    /// <summary>Brings kept changes back on top of what is saved; false when nothing is left of them.</summary>
    public bool Restore(string kept)
    {
        try
        {
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(kept) ?? [])
                if (_saved.ContainsKey(key) && !IsSecret(key, value) && !Locked.ContainsKey(key))
                    Set(key, value);
        }
        catch (JsonException)
        {
            return false;
        }

        return _edits.Count > 0;
    }

    // A feed's entry may hold a key that was typed just now.
    private static bool IsSecret(string key, JsonElement value) => SettingTabs.KindOf(key) switch
    {
        FieldKind.Secret => true,
        FieldKind.Feeds => value.Items().Any(feed => feed.Member("api_key") is { Length: > 0 } typed && typed != Secret.Mask),
        _ => false,
    };

    private void Check() => _errors = _edits.Count == 0 ? new Dictionary<string, IReadOnlyList<string>>() : settings.Preview(_edits).Errors;

    private JsonElement Saved(string key) => _saved.TryGetValue(key, out var value) ? value : default;

    private static JsonElement NumberOrText(string typed) => decimal.TryParse(typed.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? JsonSerializer.SerializeToElement(number)
        : JsonSerializer.SerializeToElement(typed);

    private static bool Same(JsonElement left, JsonElement right) =>
        left.ValueKind == JsonValueKind.Undefined || right.ValueKind == JsonValueKind.Undefined
            ? left.ValueKind == right.ValueKind
            : JsonElement.DeepEquals(left, right);
}
