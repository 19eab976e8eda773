using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>How values of one kind are read, checked, shown and stored.</summary>
internal abstract class SettingType
{
    /// <summary>The value, or null after telling in <see cref="SettingReader.Errors"/> why it is none.</summary>
    public abstract object? Read(JsonElement value, SettingReader reader);

    /// <summary>The value as the API shows it: secrets as eight stars.</summary>
    public abstract JsonNode? Show(object value);

    /// <summary>The value as the file holds it: secrets sealed.</summary>
    public virtual JsonNode? Write(object value, SecretBox box) => Show(value);

    /// <summary>What a text from the environment means as JSON.</summary>
    public virtual JsonElement FromText(string text) => Text(text);

    protected static JsonElement Text(string text) => JsonSerializer.SerializeToElement<JsonNode>(JsonValue.Create(text), SettingsJson.Default.JsonNode);

    /// <summary>The text as JSON when it is that; else as a JSON string, so that the reader says what is wrong with it.</summary>
    protected static JsonElement Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return Text(text);
        }
    }
}

/// <summary>One reading of one value: who may open sealed secrets, what eight stars stand for, and where complaints go.</summary>
internal sealed class SettingReader(SecretBox box, bool masksAllowed, object? current)
{
    public List<string> Errors { get; } = [];

    /// <summary>The value that is in force, for eight stars.</summary>
    public object? Current { get; } = current;

    public object? Refuse(string sentence)
    {
        Errors.Add(sentence);
        return null;
    }

    /// <summary>A secret as typed, sealed, or as eight stars (then <paramref name="kept"/>).</summary>
    public Secret? Secret(string text, Secret? kept, string what, Action<string>? refuse = null)
    {
        refuse ??= Errors.Add;
        if (text == Settings.Secret.Mask && !masksAllowed)
            refuse($"Eight stars are no {what}: type the {what} itself.");
        else if (text == Settings.Secret.Mask && kept is null)
            refuse($"There is no saved {what} to keep: type it.");
        else if (text == Settings.Secret.Mask)
            return kept;
        else if (box.Open(text) is { } clear)
            return new Secret(clear);
        else
            refuse($"The {what} cannot be decrypted, because the key ring that sealed it is gone: type it again.");
        return null;
    }
}
