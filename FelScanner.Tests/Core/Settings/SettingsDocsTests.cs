using System.Globalization;
using System.Text;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Settings;

/// <summary>The documents about the settings say what the catalogue says. <c>UPDATE_DOCS=1</c> writes docs/settings.md anew.</summary>
public sealed class SettingsDocsTests
{
    private static string Guide => Path.Combine(Checkout.Root, "docs", "settings.md");

    [Fact]
    public void The_guide_names_every_key_as_the_catalogue_does()
    {
        var expected = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Guide, expected);

        Assert.Equal(expected, File.ReadAllText(Guide));
    }

    [Fact]
    public void The_example_is_a_settings_file_without_a_fault()
    {
        using var folder = new SettingsFolder();
        var example = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "settings.example.json"));

        var settings = folder.Open(example);

        Assert.Empty(settings.Faults);
        Assert.All(SettingsFolder.Post(example).Keys, key => Assert.NotNull(SettingsCatalogue.Find(key)));
    }

    private static string Write()
    {
        var text = new StringBuilder("""
            # Settings

            Every key of `settings.json` in the data folder. The page *Settings* and the REST API know the same keys.
            A key may be fixed by an environment variable: `FELSCANNER_` and its name in capitals, or the same with `_FILE` naming a file that holds the value;
            keys marked * also go by their bare name in capitals (`RADARR_URL`). Lists are JSON, plain ones also texts with commas; switches are `true`, `1`, `yes` or `on`.
            Secrets (†) may be typed in clear; the program seals them at its next start or reload.

            """.ReplaceLineEndings("\n"));
        foreach (var tab in SettingsCatalogue.Tabs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {tab}\n\n| key | default | what it does |\n|---|---|---|\n");
            foreach (var key in SettingsCatalogue.Tab(tab))
                text.Append(CultureInfo.InvariantCulture, $"| `{key.Name}`{(key.IsSecret ? "†" : "")}{(key.Variables.Count > 1 ? "*" : "")} | {Default(key)} | {key.Help}{Bounds(key)} |\n");
        }

        return text.ToString();
    }

    private static string Default(SettingKey key) => key.IsSecret ? "" : $"`{key.Default.GetRawText()}`";

    private static string Bounds(SettingKey key) => key switch
    {
        { Choices.Count: > 0 } => $" ({string.Join(" or ", key.Choices)})",
        { Min: { } min, Max: { } max } => FormattableString.Invariant($" ({(key.AboveMin ? "more than " : "")}{min} to {max}{(key.Unit.Length > 0 ? " " + key.Unit : "")})"),
        _ => "",
    };
}
