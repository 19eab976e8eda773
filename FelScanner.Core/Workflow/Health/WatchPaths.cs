using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Whether Radarr's folders, Plex's libraries and qBittorrent's category fit together: mistakes that show only when the first film lands in the wrong place.</summary>
internal sealed class WatchPaths(IRadarr radarr, RadarrCategories categories, IPlexLibrary plex, ISettings settings, IFindings findings, TimeProvider time) : IHealthWatch
{
    private const string Page = "/settings/downloads";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private FelSettings? _seen;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (time.GetUtcNow() < _next && ReferenceEquals(_seen, current))
            return;
        (_next, _seen) = (time.GetUtcNow() + Every, current);
        if (current.Radarr.Url.Length == 0 || !current.Radarr.ApiKey.IsSet)
        {
            findings.ClearAllBut("mapping.", []);
            findings.Clear("category.radarr");
            return;
        }

        await CategoryAsync(current, cancellationToken);
        var roots = await radarr.RootsAsync(cancellationToken);
        Root(current, roots);
        await PlexAsync(current, roots, cancellationToken);
    }

    private async Task CategoryAsync(FelSettings current, CancellationToken cancellationToken)
    {
        if (current.QBittorrent.Host.Length > 0 && await categories.LookAsync(cancellationToken))
            findings.Raise("category.radarr", FindingSeverity.Error, categories.Sentence, RadarrCategories.Remedy, Page);
        else
            findings.Clear("category.radarr");
    }

    private void Root(FelSettings current, IReadOnlyList<RadarrRoot> roots)
    {
        var wanted = current.Radarr.RootPath;
        if (wanted.Length > 0 && roots.Count > 0 && !roots.Any(root => PathMapper.Covers(root.Path, wanted) || PathMapper.Covers(wanted, root.Path)))
            findings.Raise("mapping.root", FindingSeverity.Warning, $"radarr_root_path {wanted} lies under none of Radarr's root folders ({string.Join(", ", roots.Select(root => root.Path))}).", "Enter it as Radarr names it, or leave it empty: every folder outside is refused.", Page);
        else
            findings.Clear("mapping.root");
    }

    private async Task PlexAsync(FelSettings current, IReadOnlyList<RadarrRoot> roots, CancellationToken cancellationToken)
    {
        if (current.Plex.Url.Length == 0 || !current.Plex.Token.IsSet)
        {
            findings.Clear("mapping.plex");
            return;
        }

        var mapper = new PathMapper(current.PathMappings);
        var folders = (await plex.SectionsAsync(cancellationToken)).SelectMany(section => section.Folders).ToList();
        var used = current.Radarr.RootPath is { Length: > 0 } root ? [root] : roots.Select(r => r.Path).ToList();
        var lost = used.Where(path => !folders.Any(folder => Meet(folder, mapper.FromRadarr("plex", path)))).ToList();
        if (lost.Count > 0 && lost.Count == used.Count && folders.Count > 0)
            findings.Raise("mapping.plex", FindingSeverity.Warning, $"Plex sees no library at {string.Join(", ", lost)}, where Radarr keeps the films.", $"Add a path mapping for plex: from {lost[0]} to the same folder as Plex sees it ({folders[0]}?).", Page);
        else
            findings.Clear("mapping.plex");
    }

    private static bool Meet(string one, string other) => PathMapper.Covers(one, other) || PathMapper.Covers(other, one);
}
