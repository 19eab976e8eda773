using System.Text.Json.Nodes;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Radarr;

/// <summary>Radarr's v3 API as far as somebody needs it who looks for a film's folder.</summary>
public sealed class SimRadarr(SimWorld world, TimeProvider time, RadarrOptions? options = null) : SimService(time)
{
    private readonly RadarrOptions _options = options ?? new RadarrOptions();
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _commands = [];

    public string ApiKey => _options.ApiKey;

    /// <summary>The bytes that every root folder has free.</summary>
    public long FreeSpace { get; set; } = (options ?? new RadarrOptions()).FreeSpace;

    /// <summary>The commands somebody sent, as they were sent.</summary>
    public IReadOnlyList<JsonObject> Commands
    {
        get
        {
            lock (_lock)
                return [.. _commands];
        }
    }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ping", c => JsonAsync(c, new JsonObject { ["status"] = "OK" }));
        routes.MapGet("/api/v3/system/status", c => JsonAsync(c, Status()));
        routes.MapGet("/api/v3/health", c => JsonAsync(c, new JsonArray()));
        routes.MapGet("/api/v3/movie", MoviesAsync);
        routes.MapGet("/api/v3/movie/{id:int}", MovieAsync);
        routes.MapGet("/api/v3/moviefile", MovieFilesAsync);
        routes.MapGet("/api/v3/rootfolder", c => JsonAsync(c, new JsonArray(RootFolder())));
        routes.MapGet("/api/v3/qualityprofile", c => JsonAsync(c, new JsonArray(new JsonObject { ["name"] = "Ultra-HD", ["upgradeAllowed"] = true, ["cutoff"] = 31, ["id"] = 5 })));
        routes.MapGet("/api/v3/downloadclient", c => JsonAsync(c, new JsonArray(RadarrJson.DownloadClient(_options.DownloadCategory))));
        routes.MapGet("/api/v3/command", c => JsonAsync(c, Commands.Select(x => x.DeepClone()).ToArray()));
        routes.MapPost("/api/v3/command", CommandAsync);
        routes.MapGet("/api/v3/command/{id:int}", CommandStateAsync);
        routes.MapGet("/api/v3/mediacover/{id:int}/{file}", PosterAsync);
        routes.MapGet("/MediaCover/{id:int}/{file}", PosterAsync);
    }

    protected override async Task<bool> AdmitAsync(HttpContext context)
    {
        var key = context.Request.Headers.TryGetValue("X-Api-Key", out var header) ? header.ToString() : context.Query("apikey");
        if (context.Request.Path == "/ping" || key == _options.ApiKey)
            return true;
        await context.AnswerAsync(401);
        return false;
    }

    private static Task JsonAsync(HttpContext context, JsonNode node, int status = 200) => context.JsonAsync(node, status, indented: true);

    private IEnumerable<SimFilm> Known => world.Films.Where(f => f.InRadarr && f.TmdbId is not null);

    private JsonObject Status() => new()
    {
        ["appName"] = "Radarr",
        ["instanceName"] = "Radarr",
        ["version"] = _options.Version,
        ["isProduction"] = true,
        ["osName"] = "debian",
        ["databaseType"] = "sqLite",
        ["authentication"] = "forms",
        ["urlBase"] = "",
        ["startTime"] = "2026-01-01T00:00:00Z",
    };

    private JsonObject RootFolder() => new()
    {
        ["path"] = world.Roots.Radarr,
        ["accessible"] = true,
        ["freeSpace"] = FreeSpace,
        ["unmappedFolders"] = new JsonArray(),
        ["id"] = 1,
    };

    private Task MoviesAsync(HttpContext context)
    {
        var wanted = Wire.ToInt(context.Query("tmdbId"));
        var films = wanted is null ? Known : Known.Where(f => f.TmdbId == wanted);
        return JsonAsync(context, films.Select(f => RadarrJson.Movie(f, world.Roots.Radarr)).ToArray());
    }

    private Task MovieAsync(HttpContext context) => Known.FirstOrDefault(f => f.Id.ToInvariant() == context.Route("id")) is { } film
        ? JsonAsync(context, RadarrJson.Movie(film, world.Roots.Radarr))
        : context.AnswerAsync(404, RadarrJson.Missing(context.Route("id")).ToJsonString(), "application/problem+json");

    private Task MovieFilesAsync(HttpContext context)
    {
        if (Wire.ToInt(context.Query("movieId")) is not { } id)
            return JsonAsync(context, new JsonObject { ["message"] = "BadRequest: movieId or movieFileIds must be provided", ["content"] = "" }, 400);
        var files = Known.Where(f => f.Id == id && f.Copies.Count > 0).Select(f => RadarrJson.MovieFile(f, world.Roots.Radarr));
        return JsonAsync(context, files.ToArray());
    }

    private async Task CommandAsync(HttpContext context)
    {
        var sent = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject;
        if (sent?["name"]?.GetValue<string>() is not ("RescanMovie" or "RefreshMovie") || sent["movieId"] is null && sent["movieIds"] is null)
        {
            Complain(context, "a command that is not known here");
            await JsonAsync(context, new JsonObject { ["message"] = "Unknown command", ["description"] = "" }, 500);
            return;
        }
        lock (_lock)
        {
            sent["id"] = _commands.Count + 1;
            _commands.Add(sent);
        }
        await JsonAsync(context, State(sent, "started"), 201);
    }

    private Task CommandStateAsync(HttpContext context) => Commands.FirstOrDefault(c => c["id"]!.ToString() == context.Route("id")) is { } command
        ? JsonAsync(context, State(command, "completed").With("result", "successful"))
        : context.AnswerAsync(404);

    private static JsonObject State(JsonObject command, string status) => new()
    {
        ["name"] = command["name"]!.DeepClone(),
        ["commandName"] = "Rescan Movie",
        ["status"] = status,
        ["trigger"] = "manual",
        ["id"] = command["id"]!.DeepClone(),
    };

    private Task PosterAsync(HttpContext context) => Known.FirstOrDefault(f => f.Id.ToInvariant() == context.Route("id")) is { } film
        ? context.BytesAsync(Posters.Paint(film.Id), "image/png")
        : context.AnswerAsync(404);
}
