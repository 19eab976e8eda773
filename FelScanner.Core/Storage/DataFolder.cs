namespace FelScanner.Core.Storage;

/// <summary>What lies where in the data folder.</summary>
public sealed class DataFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => In("felscanner.db");

    public string Settings => In("settings.json");

    /// <summary>The key ring of ASP.NET Data Protection.</summary>
    public string Keys => In("keys");

    public string Backups => In("backups");

    public string In(string name) => System.IO.Path.Combine(Path, name);
}
