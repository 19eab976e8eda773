namespace FelScanner.Core.Domain.Downloads;

/// <summary>Radarr's folder <paramref name="From"/> as the service ("qbittorrent", "plex" or "local") sees it: <paramref name="To"/>.</summary>
public sealed record PathMapping(string Service, string From, string To);

/// <summary>Translates paths between Radarr's view and another service's. The longest prefix wins; a path without a mapping stays as it is.</summary>
public sealed class PathMapper(IEnumerable<PathMapping> mappings)
{
    private readonly IReadOnlyList<PathMapping> _mappings = [.. mappings];

    /// <summary>Radarr's path as <paramref name="service"/> sees it.</summary>
    public string FromRadarr(string service, string path) =>
        Of(service).Where(m => Covers(m.From, path)).MaxBy(m => Trim(m.From).Length) is { } best
            ? Join(best.To, Rest(best.From, path))
            : path;

    /// <summary>The service's path as Radarr sees it.</summary>
    public string ToRadarr(string service, string path) =>
        Of(service).Where(m => Covers(m.To, path)).MaxBy(m => Trim(m.To).Length) is { } best
            ? Join(best.From, Rest(best.To, path))
            : path;

    /// <summary>One service's path as another sees it, by way of Radarr's view.</summary>
    public string Between(string from, string to, string path) => FromRadarr(to, ToRadarr(from, path));

    /// <summary>True when <paramref name="path"/> is <paramref name="folder"/> or lies under it.</summary>
    public static bool Covers(string folder, string path)
    {
        var prefix = Trim(folder);
        var whole = path.Replace('\\', '/');
        return prefix.Length > 0 && (whole.TrimEnd('/') == prefix || whole.StartsWith(prefix + "/", StringComparison.Ordinal));
    }

    private IEnumerable<PathMapping> Of(string service) => _mappings.Where(m => m.Service == service && m.From.Length > 0 && m.To.Length > 0);

    private static string Trim(string folder) => folder.Replace('\\', '/').TrimEnd('/');

    private static string Rest(string prefix, string path) => path.Replace('\\', '/')[Trim(prefix).Length..];

    private static string Join(string to, string rest) => rest.Length == 0 ? to : to.TrimEnd('/', '\\') + rest;
}
