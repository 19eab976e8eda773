using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Plex;

/// <summary>A film in one library: Plex never merges across libraries.</summary>
public sealed record PlexItem(string RatingKey, string Section, SimFilm Film, IReadOnlyList<SimCopy> Copies);
