using System.Text.Json;

namespace FelScanner.Core.Settings.Types;

/// <summary>Reads the members of one entry of a list and names the entry in every complaint. Members it does not know are passed over.</summary>
internal sealed class EntryReader(JsonElement entry, string name, SettingReader reader)
{
    private string _name = name;

    public bool IsObject
    {
        get
        {
            if (entry.ValueKind != JsonValueKind.Object)
                Refuse("it must be an object.");
            return entry.ValueKind == JsonValueKind.Object;
        }
    }

    public void Call(string called) => _name = called;

    public void Refuse(string sentence) => reader.Errors.Add($"{_name}: {sentence}");

    public JsonElement? Member(string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string Text(string member, string fallback = "")
    {
        if (Member(member) is not { } value)
            return fallback;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!.Trim();
        Refuse($"\"{member}\" must be a text.");
        return fallback;
    }

    public bool Switch(string member, bool fallback)
    {
        if (Member(member) is not { } value)
            return fallback;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Refuse($"\"{member}\" must be true or false.");
        return fallback;
    }

    public int Whole(string member, int fallback, int min, int max)
    {
        if (Member(member) is not { } value)
            return fallback;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        Refuse($"\"{member}\" must be a whole number from {min} to {max}.");
        return fallback;
    }

    public IReadOnlyList<string> Texts(string member)
    {
        if (Member(member) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(item => item.GetString()!.Trim()).Where(text => text.Length > 0)];
        Refuse($"\"{member}\" must be a list of texts.");
        return [];
    }

    public IReadOnlyList<int> Wholes(string member, IReadOnlyList<int> fallback)
    {
        if (Member(member) is not { } value)
            return fallback;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => NumbersType.Number(item) is >= 0 and <= int.MaxValue))
            return [.. value.EnumerateArray().Select(item => (int)NumbersType.Number(item)!)];
        Refuse($"\"{member}\" must be a list of whole numbers.");
        return fallback;
    }
}
