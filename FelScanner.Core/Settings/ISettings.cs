using System.Text.Json;

namespace FelScanner.Core.Settings;

/// <summary>The settings file as the program reads and writes it.</summary>
public interface ISettings
{
    /// <summary>The last good reading.</summary>
    FelSettings Current { get; }

    /// <summary>Raised after <see cref="Current"/> changed, from the page, the API or the file.</summary>
    event Action? Changed;

    /// <summary>Keys fixed by the environment, with the variable that fixes each.</summary>
    IReadOnlyDictionary<string, string> Locked { get; }

    /// <summary>Keys whose value in the file is bad, with the sentence for each; the last good value is in force.</summary>
    IReadOnlyDictionary<string, string> Faults { get; }

    /// <summary>The secret in the address of <c>POST /api/webhooks/{plex|radarr}/{secret}</c>; made at the first start.</summary>
    string IncomingWebhookSecret { get; }

    /// <summary>Every known key as the API shows it: secrets as eight stars or "".</summary>
    IReadOnlyDictionary<string, JsonElement> Show(IEnumerable<string>? keys = null);

    /// <summary>The settings as they would be with these values over the saved ones (eight stars leave a secret as it is). Nothing is saved.</summary>
    SettingsPreview Preview(IReadOnlyDictionary<string, JsonElement> values);

    /// <summary>Merges these keys into the file. With any error nothing is saved. Unknown and locked keys are errors.</summary>
    Task<SettingsPreview> SaveAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken);
}

/// <summary>The outcome of validation: either <see cref="Errors"/> by key, or the settings they make.</summary>
public sealed record SettingsPreview(FelSettings Settings, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    public bool IsValid => Errors.Count == 0;
}
