namespace FelScanner.Web.Demo.Radarr;

/// <summary>How the simulated Radarr is set up.</summary>
public sealed record RadarrOptions
{
    public string ApiKey { get; init; } = "0123456789abcdef0123456789abcdef";
    public string Version { get; init; } = "5.14.0.9383";

    /// <summary>The category that its download client watches.</summary>
    public string DownloadCategory { get; init; } = "radarr";
    public long FreeSpace { get; init; } = 9_400_000_000_000;
}
