#:sdk Microsoft.NET.Sdk.Web
#:project ../../FelScanner.Core
#:property PublishAot=false
#:property PublishReadyToRun=true
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false
#:property TieredPGO=false
#:property RestorePackagesWithLockFile=false

// 500 releases a minute for an hour of simulated time, in bursts of 50; compiled and set as the published program is: benchmarks/feeds/run.sh
// Real HTTP on loopback, the real clients, verbs and database; only the clock is moved.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FelScanner.Core.Clients;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;

const int Feeds = 50;
const int Burst = 50;
const int Films = 5_000;
const int Minutes = 60;

var uploaded = 0;
// By number, and as long as the hour needs: what the benchmark itself holds does not grow.
var served = new long[(500 * Minutes) + (Feeds * Burst)];
string Title(int film) => $"Film {film:00000}";
string Name(int id) => (id % 100) switch
{
    0 => $"{Title(id / 100 % Films).Replace(' ', '.')}.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.Atmos-GRP{id}",
    < 20 => $"{Title(id % Films).Replace(' ', '.')}.2021.1080p.BluRay.x264-GRP{id}",
    < 40 => $"{Title(id % Films).Replace(' ', '.')}.2021.2160p.WEB-DL.DDP5.1.DV.H.265-GRP{id}",
    < 60 => $"Some.Series.S{id % 30:00}E{id % 12:00}.1080p.WEB.h264-GRP{id}",
    _ => $"Another.Film.{id}.2019.2160p.UHD.BluRay.REMUX.HDR.HEVC.DTS-HD.MA.5.1-GRP{id}",
};

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using var tracker = builder.Build();
tracker.MapGet("/rss/{feed:int}", async (HttpContext context) =>
{
    var last = Interlocked.Add(ref uploaded, Burst);
    var body = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>");
    // Every reading brings fifty new releases, and fifty that were there before.
    for (var id = Math.Max(1, last - (2 * Burst) + 1); id <= last; id++)
        body.Append(CultureInfo.InvariantCulture, $"<item><title>{Name(id)}</title><guid>{id}</guid><link>/d/{id}.torrent</link><size>{20_000_000_000L + (id * 7_000_000L)}</size></item>");
    context.Response.ContentType = "application/rss+xml";
    await context.Response.WriteAsync(body.Append("</channel></rss>").ToString());
    await context.Response.CompleteAsync();
    var now = Stopwatch.GetTimestamp();
    for (var id = last - Burst + 1; id <= last; id++)
        served[id] = now;
});
tracker.MapGet("/api/v3/rootfolder", () => Results.Json(new[] { new { id = 1, path = "/movies", freeSpace = 9_000_000_000_000L, accessible = true } }));
tracker.MapGet("/api/v3/movie", () => Results.Json(Enumerable.Range(0, Films).Select(i => new { id = i + 1, title = Title(i), year = 2021, tmdbId = i + 1, path = $"/movies/{Title(i)} (2021)", monitored = true, hasFile = true })));
await tracker.StartAsync();
var address = tracker.Urls.First();

var folder = Directory.CreateTempSubdirectory("felscanner-burst-").FullName;
File.WriteAllText(Path.Combine(folder, "settings.json"), JsonSerializer.Serialize(new
{
    feeds_first_reading = "ask",
    radarr_url = address,
    radarr_api_key = "0123456789abcdef0123456789abcdef",
    feeds = Enumerable.Range(0, Feeds).Select(i => new { name = $"f{i}", type = "rss", url = $"{address}/rss/{i}", interval_minutes = 5 }),
}));

var clock = new MovedClock();
var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddFelSettings(folder).AddFelStorage(folder).AddFelClients().AddFelWorkflow();
var store = services.Last(s => s.ServiceType == typeof(IReleases)).ImplementationType!;
services.AddSingleton<IReleases>(all => new TimedReleases((IReleases)ActivatorUtilities.CreateInstance(all, store), served.Length));
await using var home = (ServiceProvider)new DefaultServiceProviderFactory().CreateServiceProvider(services);
// What opens the data folder is the program's own business; a start of the server does the same.
var setup = typeof(StorageServices).Assembly.GetType("FelScanner.Core.Storage.StorageSetup", throwOnError: true)!;
await (Task)setup.GetMethod("RunAsync")!.Invoke(home.GetRequiredService(setup), [CancellationToken.None])!;
var copy = new Copy { Quality = new PictureAndSound { Resolution = Resolution.P2160, DolbyVision = true, Profile = 5, Audio = "ddp", Atmos = true }, Analysed = true, MediaId = "m", Library = "Movies", Path = "/movies/x.mkv" };
await home.GetRequiredService<ILibrary>().StoreAsync([.. Enumerable.Range(0, Films).Select(i => new PlexFilm($"{i}", "1", "f", new Film { Title = Title(i), Year = 2021, TmdbId = i + 1, Copies = [copy with { MediaId = $"m{i}" }] }))], default);
await home.GetRequiredService<FilmShelf>().IndexAsync(default);

var timed = (TimedReleases)home.GetRequiredService<IReleases>();
var check = home.GetRequiredService<CheckFeeds>();
Console.WriteLine("| simulated minute | judged | held by the program | working set |");
Console.WriteLine("|---:|---:|---:|---:|");
var began = Stopwatch.GetTimestamp();
for (var minute = 0; minute <= Minutes; minute++)
{
    if (uploaded < 500 * Minutes)
        await check.RunAsync(byHand: false, default);
    clock.Advance(TimeSpan.FromMinutes(1));
    if (minute % 10 == 0)
        Console.WriteLine($"| {minute} | {timed.Count:N0} | {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB | {Environment.WorkingSet >> 20} MiB |");
}

var decided = Enumerable.Range(0, served.Length).Where(id => timed.Ended[id] > 0).ToList();
var all = await timed.PageAsync(new ReleaseFilter(), 1, 1, default);
var asked = await timed.PageAsync(new ReleaseFilter("notify"), 1, 1, default);
double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
Console.WriteLine();
Console.WriteLine($"{uploaded:N0} releases were uploaded, {all.Total:N0} are stored, {timed.Count:N0} were judged, {timed.Twice} of them twice; {asked.Total} were upgrades. The hour took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s of real time.");
Console.WriteLine();
// In the first quarter the process still compiles what it uses often: ten seconds of its life, whatever the clock says.
Console.WriteLine($"| from the end of a page of {Burst} to the release's verdict on disk | median | p99 | slowest |");
Console.WriteLine("|---|---:|---:|---:|");
foreach (var (words, from, to) in new[] { ("first quarter of the hour", 0.0, 0.25), ("second", 0.25, 0.5), ("third", 0.5, 0.75), ("fourth", 0.75, 1), ("the whole hour", 0, 1) })
{
    double[] took = [.. decided.Where(id => id > from * uploaded && id <= to * uploaded).Select(id => Stopwatch.GetElapsedTime(served[id], timed.Ended[id]).TotalMilliseconds).Order()];
    Console.WriteLine($"| {words} | {At(took, 0.5):0.0} ms | {At(took, 0.99):0.0} ms | {took[^1]:0} ms |");
}

Directory.Delete(folder, recursive: true);

/// <summary>Stands until it is moved; waiting takes its real time.</summary>
internal sealed class MovedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}

/// <summary>Notes when each release's verdict was stored.</summary>
internal sealed class TimedReleases(IReleases inner, int most) : IReleases
{
    private int _count;
    private int _twice;

    public long[] Ended { get; } = new long[most];

    public int Count => _count;

    public int Twice => _twice;

    public Task<RememberedRelease> RememberAsync(Release release, bool firstReading, CancellationToken cancellationToken) => inner.RememberAsync(release, firstReading, cancellationToken);

    public Task<IReadOnlyList<RememberedRelease>> RememberReadingAsync(IReadOnlyList<Release> reading, bool firstReading, CancellationToken cancellationToken) =>
        inner.RememberReadingAsync(reading, firstReading, cancellationToken);

    public async Task SaveAllAsync(IReadOnlyList<JudgedRelease> judged, CancellationToken cancellationToken)
    {
        await inner.SaveAllAsync(judged, cancellationToken);
        foreach (var one in judged)
        {
            Interlocked.Increment(ref _count);
            if (Interlocked.CompareExchange(ref Ended[Number(one.Release)], Stopwatch.GetTimestamp(), 0) != 0)
                Interlocked.Increment(ref _twice);
        }
    }

    private static int Number(Release release) => int.Parse(release.Name[(release.Name.LastIndexOf("GRP", StringComparison.Ordinal) + 3)..], CultureInfo.InvariantCulture);

    public Task<JudgedRelease?> FindAsync(long id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<Page<JudgedRelease>> PageAsync(ReleaseFilter filter, int page, int pageSize, CancellationToken cancellationToken) => inner.PageAsync(filter, page, pageSize, cancellationToken);

    public Task<IReadOnlyList<JudgedRelease>> LastAsync(int count, CancellationToken cancellationToken) => inner.LastAsync(count, cancellationToken);

    public Task<IReadOnlyList<JudgedRelease>> ToJudgeAgainAsync(IReadOnlyCollection<long>? films, int limit, CancellationToken cancellationToken) => inner.ToJudgeAgainAsync(films, limit, cancellationToken);

    public Task<ReleaseCounts> CountsAsync(DateTimeOffset since, CancellationToken cancellationToken) => inner.CountsAsync(since, cancellationToken);

    public Task<IReadOnlyList<string>> FeedsAsync(CancellationToken cancellationToken) => inner.FeedsAsync(cancellationToken);
}
