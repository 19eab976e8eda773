using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Web.Live.Reports;

namespace FelScanner.Web.Live.Actions;

internal sealed class LibraryView(BrowseLibrary browse, RadarrShelf radarr, ReportSource reports, ISettings settings, IConnectionBoard connections) : ILibraryView
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task<Page<Film>> PageAsync(LibraryFilter filter, int page, int pageSize, CancellationToken cancellationToken) => browse.PageAsync(filter, page, pageSize, cancellationToken);

    public Task<LibraryReport> ReportAsync(CancellationToken cancellationToken) => reports.ReadAsync(cancellationToken);

    public async Task<FilmElsewhere> ElsewhereAsync(Film film, CancellationToken cancellationToken)
    {
        var there = await RadarrAsync(film, cancellationToken);
        var radarrUrl = settings.Current.Radarr.Url.TrimEnd('/');
        return new FilmElsewhere(PlexAddress(film), there?.TmdbId is { } tmdb && radarrUrl.Length > 0 ? $"{radarrUrl}/movie/{tmdb}" : null, there?.Folder);
    }

    /// <summary>Plex's own page for the film; it needs the server's identity, which every test of the connection tells.</summary>
    private string? PlexAddress(Film film) =>
        settings.Current.Plex.Url.TrimEnd('/') is { Length: > 0 } url && film.PlexKeys is [var key, ..]
        && connections.Now.FirstOrDefault(report => report.Service == "plex")?.Extra.GetValueOrDefault("machine_identifier") is string machine
            ? $"{url}/web/index.html#!/server/{Uri.EscapeDataString(machine)}/details?key={Uri.EscapeDataString($"/library/metadata/{key}")}"
            : null;

    private async Task<RadarrFilm?> RadarrAsync(Film film, CancellationToken cancellationToken)
    {
        if (settings.Current.Radarr.Url.Length == 0)
            return null;
        try
        {
            return await radarr.LastOfAsync(film, CancellationToken.None).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception fault) when (fault is ServiceFault or TimeoutException)
        {
            // The film's page does not need it; the connection's own finding says what is wrong with Radarr.
            return null;
        }
    }
}
