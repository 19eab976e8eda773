using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Looks whether Plex really lists the file that arrived, and tells it.</summary>
public sealed class SeenByPlex(ILibrary library, ScanLibrary scan, RequestDoor door, ISettings settings)
{
    /// <returns>Always true: it was seen, or Plex is not asked at all.</returns>
    /// <exception cref="ServiceFault">Plex cannot be asked, or does not list the file yet.</exception>
    public async Task<bool> RunAsync(DownloadRequest request, string? fileName, CancellationToken cancellationToken)
    {
        if (settings.Current.Plex.Url.Length == 0 || !settings.Current.Plex.ScanAfterDownload || string.IsNullOrEmpty(fileName))
            return true;
        var film = await FilmAsync(request, cancellationToken);
        if (film is { PlexKeys.Count: > 0 } && !Lists(film, fileName))
        {
            await scan.ReadAsync(film.PlexKeys, cancellationToken);
            film = await FilmAsync(request, cancellationToken);
        }

        if (film is null || !Lists(film, fileName))
            throw new ServiceFault(
                "plex", FaultKind.NotFound, $"Plex does not show {fileName}.",
                $"See whether Plex's library holds {new PathMapper(settings.Current.PathMappings).FromRadarr("plex", request.TargetFolder)}; if it sees the films elsewhere, correct the path mapping for plex.");
        await TellAsync(request, cancellationToken);
        return true;
    }

    private async Task<Film?> FilmAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (request.FilmId is { } id && await library.FindAsync(id, cancellationToken) is { } known)
            return known;
        var named = await library.PageAsync(new LibraryFilter(Query: request.MovieTitle), 1, 50, cancellationToken);
        return named.Items.FirstOrDefault(film => request.TmdbId is { } tmdb ? film.TmdbId == tmdb : film.Year == request.Year);
    }

    private static bool Lists(Film film, string fileName) =>
        film.Copies.SelectMany(copy => copy.MoreFiles.Append(copy.Path)).Any(path => path is not null && StackName.Leaf(path) == fileName);

    private Task TellAsync(DownloadRequest request, CancellationToken cancellationToken) => door.StepAsync(
        new Move
        {
            Request = request,
            From = [RequestStatus.Completed],
            To = RequestStatus.Completed,
            Change = r => r with { InPlex = true },
            By = Decider.System,
            Event = "in_plex",
            Sentence = $"{FilmName.Of(request)}: Plex shows it",
        },
        cancellationToken);
}
