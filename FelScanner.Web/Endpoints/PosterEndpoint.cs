using System.Collections.Concurrent;
using FelScanner.Core.Workflow;
using FelScanner.Web.Cli;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /posters/{filmId}: a film's picture by our own id, never by an address.</summary>
internal static class PosterEndpoint
{
    private static readonly TimeSpan FreshInBrowser = TimeSpan.FromDays(1);

    public static void MapPosters(this IEndpointRouteBuilder routes) => routes.MapGet("/posters/{filmId:long}", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(long filmId, HttpContext context, PosterShelf shelf, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(filmId, cancellationToken).ConfigureAwait(false) is not { } poster)
            return Problems.Result(StatusCodes.Status404NotFound, "There is no picture of this film.");
        context.Response.GetTypedHeaders().CacheControl = new() { Private = true, MaxAge = FreshInBrowser };
        return Results.Bytes(poster, PosterShelf.TypeOf(poster));
    }
}

/// <summary>Posters that were asked for once, kept in the data folder for a month.</summary>
internal sealed class PosterShelf(ServerOptions options, FindPoster find, TimeProvider time) : IDisposable
{
    private const int Largest = 5 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan NotAskedAgain = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<long, DateTimeOffset> _missing = new();
    private readonly SemaphoreSlim _turn = new(4);
    private readonly string _folder = Path.Combine(options.DataFolder, "posters");

    public async Task<byte[]?> FindAsync(long filmId, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, filmId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (File.Exists(file) && time.GetUtcNow() - File.GetLastWriteTimeUtc(file) < Kept)
            return await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        if (_missing.TryGetValue(filmId, out var asked) && time.GetUtcNow() - asked < NotAskedAgain)
            return null;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await FetchAsync(filmId, file, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>By the bytes themselves: what a service claims is not passed on.</summary>
    public static string? TypeOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };

    public void Dispose() => _turn.Dispose();

    private async Task<byte[]?> FetchAsync(long filmId, string file, CancellationToken cancellationToken)
    {
        var bytes = (await find.OfAsync(filmId, null, cancellationToken).ConfigureAwait(false))?.Bytes;
        if (bytes is null || bytes.Length > Largest || TypeOf(bytes) is null)
        {
            if (_missing.Count > 10_000)
                _missing.Clear();
            _missing[filmId] = time.GetUtcNow();
            return null;
        }

        Directory.CreateDirectory(_folder);
        var fresh = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(fresh, bytes, cancellationToken).ConfigureAwait(false);
        File.Move(fresh, file, overwrite: true);
        return bytes;
    }
}
