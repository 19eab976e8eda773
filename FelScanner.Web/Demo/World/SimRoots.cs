namespace FelScanner.Web.Demo.World;

/// <summary>The one folder of films as each service sees it.</summary>
public sealed record SimRoots(string Radarr, string Plex, string QBittorrent)
{
    /// <summary>Everybody sees the same path.</summary>
    public static SimRoots Same(string path) => new(path, path, path);
}
