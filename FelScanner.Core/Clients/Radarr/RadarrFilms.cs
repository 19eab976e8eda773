using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Radarr;

/// <summary>The owner's Radarr in the program's words.</summary>
internal sealed class RadarrFilms(ISettings settings, RadarrClient client) : IRadarr
{
    private RadarrSettings Now => settings.Current.Radarr;

    public Task<IReadOnlyList<RadarrFilm>> FilmsAsync(CancellationToken cancellationToken) =>
        client.MoviesAsync(Now, "", Patience.List, Film, cancellationToken);

    // Some versions ignore the filter and send everything.
    public async Task<RadarrFilm?> ByTmdbAsync(int tmdbId, CancellationToken cancellationToken) =>
        (await client.MoviesAsync(Now, $"?tmdbId={tmdbId}", Patience.Normal, Film, cancellationToken)).FirstOrDefault(film => film.TmdbId == tmdbId);

    public async Task<IReadOnlyList<RadarrRoot>> RootsAsync(CancellationToken cancellationToken) =>
        [.. (await client.RootsAsync(Now, cancellationToken)).Where(r => r.Path is { Length: > 0 }).Select(r => new RadarrRoot(r.Path!, r.Accessible ?? true, r.FreeSpace))];

    public async Task<IReadOnlyList<string>> DownloadCategoriesAsync(CancellationToken cancellationToken) =>
        [.. (await client.DownloadClientsAsync(Now, cancellationToken)).Where(c => c.Enable is not false).SelectMany(c => c.Fields ?? [])
            .Where(field => field.Name is "movieCategory" or "movieImportedCategory" or "category" && field.Value is { Length: > 0 }).Select(field => field.Value!).Distinct()];

    public Task RescanAsync(int radarrId, CancellationToken cancellationToken) => client.RescanAsync(Now, radarrId, cancellationToken);

    public async Task<Poster?> PosterAsync(int radarrId, CancellationToken cancellationToken)
    {
        var reply = await client.PictureAsync(Now, $"mediacover/{radarrId}/poster-500.jpg", cancellationToken);
        if (reply.Status == 404)
            reply = await client.PictureAsync(Now, $"mediacover/{radarrId}/poster.jpg", cancellationToken);
        return reply switch
        {
            { Status: 404 } => null,
            { IsSuccess: false } => throw client.Fault(reply),
            { MediaType: "image/jpeg" or "image/png" or "image/webp", Body.Length: > 0 } => new Poster(reply.Body, reply.MediaType),
            _ => null,
        };
    }

    private static RadarrFilm Film(RadarrMovieJson movie) => new(
        movie.Id!.Value,
        movie.Title ?? "",
        movie.OriginalTitle,
        [.. (movie.AlternateTitles ?? []).Select(t => t.Title).OfType<string>().Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        movie.Year is > 1800 and < 2200 ? movie.Year : null,
        movie.TmdbId is > 0 ? movie.TmdbId : null,
        movie.ImdbId is { Length: > 2 } ? movie.ImdbId : null,
        movie.Path ?? movie.FolderName ?? "",
        movie.HasFile ?? movie.MovieFile is not null,
        movie.MovieFile?.Path,
        movie.MovieFile?.Size);
}
