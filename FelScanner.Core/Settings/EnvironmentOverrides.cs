namespace FelScanner.Core.Settings;

/// <summary>What the environment fixes: the variable, and its text or why it has none.</summary>
internal sealed record EnvironmentOverride(string Variable, string? Text, string? Fault);

/// <summary>Looks a key up under each of its names, then as a file that holds the value. An empty variable counts as not set.</summary>
internal sealed class EnvironmentOverrides(Func<string, string?> environment)
{
    public EnvironmentOverride? Find(SettingKey key)
    {
        foreach (var variable in key.Variables)
        {
            if (environment(variable) is { Length: > 0 } text)
                return new(variable, text, null);
            if (environment($"{variable}_FILE") is { Length: > 0 } file)
                return FromFile($"{variable}_FILE", file);
        }

        return null;
    }

    private static EnvironmentOverride FromFile(string variable, string file)
    {
        try
        {
            return new(variable, File.ReadAllText(file).TrimEnd('\r', '\n'), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new(variable, null, $"the file {file} cannot be read: make it readable for this program's user.");
        }
    }
}
