namespace FelScanner.Web.Demo.Plex;

/// <summary>How the simulated Plex is set up.</summary>
public sealed record PlexOptions
{
    public string Token { get; init; } = "demo-plex-token";
    public string MachineIdentifier { get; init; } = "5f0d6d2c8a1e4b7f9d3c2a1b0e9f8d7c6b5a4321";
    public string Version { get; init; } = "1.41.3.9314-a0bfb8370";

    /// <summary>Key and title of each movie library; copies name the key.</summary>
    public IReadOnlyDictionary<string, string> MovieSections { get; init; } = new Dictionary<string, string> { ["1"] = "Movies" };

    /// <summary>From the scan of a folder to the new copy in the library.</summary>
    public TimeSpan ScanTakes { get; init; } = TimeSpan.FromSeconds(1);
}
