using System.Text.Json;
using FelScanner.Core.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FelScanner.Tests.Core.Settings;

/// <summary>A settings file in a folder of its own, with an environment the test decides.</summary>
internal sealed class SettingsFolder : IDisposable
{
    private readonly List<SettingsFile> _opened = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("felscanner-test-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public string File => Path.Combine(Folder, "settings.json");

    public string Text => System.IO.File.ReadAllText(File);

    public SettingsFile Open(string? text = null)
    {
        if (text is not null)
            System.IO.File.WriteAllText(File, text);
        var protection = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(Folder, "keys")));
        var opened = new SettingsFile(Folder, protection, name => Environment.GetValueOrDefault(name), TimeProvider.System, NullLogger<SettingsFile>.Instance);
        _opened.Add(opened);
        return opened;
    }

    /// <summary>Posted values as the API gets them.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Post(string json) => JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);

    public void Dispose()
    {
        foreach (var opened in _opened)
            opened.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
