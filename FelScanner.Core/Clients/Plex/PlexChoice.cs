using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Plex;

/// <summary>The movie libraries that library_names chooses; all when it names none.</summary>
internal sealed record PlexChoice(IReadOnlyList<PlexSection> Sections, IReadOnlyList<string> UnknownNames)
{
    public static PlexChoice Of(IReadOnlyList<PlexSection> all, IReadOnlyList<string> names)
    {
        string[] wanted = [.. names.Select(n => n.Trim()).Where(n => n.Length > 0)];
        if (wanted.Length == 0)
            return new PlexChoice(all, []);
        return new PlexChoice(
            [.. all.Where(s => wanted.Contains(s.Title.Trim(), StringComparer.OrdinalIgnoreCase))],
            [.. wanted.Where(n => !all.Any(s => s.Title.Trim().Equals(n, StringComparison.OrdinalIgnoreCase)))]);
    }

    public ServiceFault NothingFault(IReadOnlyList<PlexSection> all) => all.Count == 0
        ? new ServiceFault("plex", FaultKind.NotFound, "Plex has no movie library.", "Create one in Plex, or check that the token's account may see it.")
        : new ServiceFault("plex", FaultKind.NotFound, $"Plex has no movie library named {Quoted(UnknownNames)}.", $"Correct library_names; there are {Quoted(all.Select(s => s.Title))}.");

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"“{n}”"));
}
