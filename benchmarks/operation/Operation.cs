#:sdk Microsoft.NET.Sdk.Web
#:project ../../FelScanner.Web
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RequiresAspNetWebAssets=false

// Measures the published program as a process of its own against simulated services: start, memory, history, writers, idle, end.
//   benchmarks/operation/run.sh            (publishes first; FILMS=20000 HISTORY=100000 SETTLE_SECONDS=240 IDLE_SECONDS=60)
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.World;
using Microsoft.Data.Sqlite;

const string Key = "key-of-the-benchmark";
var program = args[0];
var films = Number("FILMS", 20_000);
var history = Number("HISTORY", 100_000);
var idle = Number("IDLE_SECONDS", 60);
var settle = Number("SETTLE_SECONDS", 240);
var address = new Uri($"http://127.0.0.1:{Number("PORT", 28_190)}");
var folder = Directory.CreateTempSubdirectory("felscanner-operation-").FullName;
Console.WriteLine($"load of the machine before: {Load()}, {Environment.ProcessorCount} cores");

await using var household = await SimHousehold.StartAsync(TimeProvider.System, new HouseholdOptions(), CancellationToken.None);
GeneratedLibrary.Fill(household.World, films);
WriteSettings();
using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
client.DefaultRequestHeaders.Add("X-Api-Key", Key);
List<Process> started = [];

try
{
    var server = Start();
    await ReadyAsync(server);
    var scan = Stopwatch.StartNew();
    var told = await (await client.PostAsync("/api/jobs/scan-library/run", null)).Content.ReadAsStringAsync();
    Console.WriteLine($"library of {films:N0} films read: {scan.Elapsed.TotalSeconds:F1} s; {told}");
    await EndAsync(server, report: false);

    List<double> starts = [];
    for (var round = 0; round < 5; round++)
    {
        server = Start();
        starts.Add((await ReadyAsync(server)).TotalSeconds);
        await EndAsync(server, report: false);
    }

    Console.WriteLine($"start to ready with {films:N0} films: median {Median(starts):F2} s, worst {starts.Max():F2} s");

    FillHistory();
    server = Start();
    await ReadyAsync(server);
    await HistoryAsync();
    await WritersAsync();
    await IdleAsync(server);
    await EndAsync(server, report: true);

    Console.WriteLine($"integrity: {Query("PRAGMA integrity_check")}");
    Console.WriteLine($"load of the machine after: {Load()}");
    Directory.Delete(folder, recursive: true);
}
finally
{
    foreach (var left in started.Where(one => !one.HasExited))
        left.Kill();
}

void WriteSettings()
{
    var all = new JsonObject { ["api_key"] = Key, ["download_verify_disk_space"] = false };
    foreach (var (key, value) in household.Settings())
        all[key] = value is ['[' or '{', ..] ? JsonNode.Parse(value) : value;
    all["qbittorrent_port"] = JsonNode.Parse(household.Settings()["qbittorrent_port"]);
    File.WriteAllText(Path.Combine(folder, "settings.json"), all.ToJsonString());
}

Process Start()
{
    started.Add(Process.Start(new ProcessStartInfo("dotnet", [program, "--data", folder, "--urls", address.ToString()]) { WorkingDirectory = "/", RedirectStandardOutput = true })!);
    return started[^1];
}

async Task<TimeSpan> ReadyAsync(Process server)
{
    _ = server.StandardOutput.ReadToEndAsync();
    while (true)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode)
                return DateTime.Now - server.StartTime;
        }
        catch (HttpRequestException) when (!server.HasExited)
        {
            // Not listening yet.
        }

        await Task.Delay(5);
    }
}

async Task EndAsync(Process server, bool report)
{
    var job = report ? client.PostAsync("/api/jobs/scan-library/run", null) : null;
    if (report)
        await Task.Delay(300);
    var clock = Stopwatch.StartNew();
    using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
    await server.WaitForExitAsync();
    if (report)
        Console.WriteLine($"SIGTERM with a scan under way: {clock.Elapsed.TotalSeconds:F2} s, exit code {server.ExitCode}");
    if (job is not null)
        await job.ContinueWith(_ => 0);
}

void FillHistory()
{
    using var database = Open();
    using var transaction = database.BeginTransaction();
    using var insert = database.CreateCommand();
    insert.CommandText = """
        INSERT INTO download_history (request_id, card_id, release_id, movie_title, year, torrent_title, quality_type, status, decided_by, decided_in, size, download_data, started_at, completed_at, ended_at)
        VALUES ($id, $id, 0, $title, 2021, $title || '.2160p.DV.FEL-GRP', 'fel', $status, 'anna', 'web', 60000000000, $data, $at, $at, $at)
        """;
    foreach (var name in new[] { "$id", "$title", "$status", "$data", "$at" })
        insert.Parameters.AddWithValue(name, "");
    for (var n = 0; n < history; n++)
    {
        var (id, title, status) = ($"h{n}", $"Generated Film {n % films}", n % 3 == 0 ? "completed" : n % 3 == 1 ? "declined" : "expired");
        var at = DateTime.UtcNow.AddMinutes(-n).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        insert.Parameters["$id"].Value = id;
        insert.Parameters["$title"].Value = title;
        insert.Parameters["$status"].Value = status;
        insert.Parameters["$at"].Value = at;
        insert.Parameters["$data"].Value = $$"""{"request_id":"{{id}}","card_id":"{{id}}","status":"{{status}}","release_id":0,"movie_title":"{{title}}","year":2021,"torrent_title":"{{title}}.2160p.DV.FEL-GRP","feed":"iptorrents","quality_type":"fel","offered":{"dolby_vision":true,"profile":7},"upgrade_reason":"better","warnings":[],"target_folder":"/movies/x","created_at":"{{at}}"}""";
        insert.ExecuteNonQuery();
    }

    transaction.Commit();
    Console.WriteLine($"history: {Query("SELECT count(*) FROM download_history")} rows");
}

async Task HistoryAsync()
{
    var last = history / 50;
    foreach (var query in new[] { "page=1", "page=2", $"page={last / 2}", $"page={last}", "page=1&page_size=200", $"page={history / 200}&page_size=200", "q=Film+77", "q=Film+7&page=10" })
    {
        List<double> times = [];
        for (var n = 0; n < 25; n++)
        {
            var clock = Stopwatch.StartNew();
            await client.GetByteArrayAsync($"/api/download/history?{query}");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"history {query}: median {Median(times):F1} ms, worst {times.Skip(1).Max():F1} ms (the first, cold: {times[0]:F1} ms)");
    }
}

async Task WritersAsync()
{
    var (done, failed) = (0, 0);
    var clock = Stopwatch.StartNew();
    await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
    {
        for (var n = 0; n < 100; n++)
        {
            using var answer = await client.PostAsJsonAsync("/api/releases", new { title = $"Film {writer}.{n}.2021.2160p.DV.FEL-GRP", magnet_link = $"magnet:?xt=urn:btih:{(writer * 1000) + n:x40}" });
            if (answer.IsSuccessStatusCode)
                Interlocked.Increment(ref done);
            else
                Interlocked.Increment(ref failed);
        }
    }));
    var locked = Directory.GetFiles(Path.Combine(folder, "logs")).Sum(file => File.ReadAllText(file).Split("locked").Length - 1);
    Console.WriteLine($"8 writers: {done} written in {clock.Elapsed.TotalSeconds:F1} s, {failed} failed, “locked” in the log: {locked}");
}

async Task IdleAsync(Process server)
{
    // While the work settles the runtime compiles again what it has called often; both figures are told.
    await Task.Delay(TimeSpan.FromSeconds(20));
    var clock = Stopwatch.StartNew();
    var first = Cpu(server);
    await Task.Delay(TimeSpan.FromSeconds(settle));
    var settled = Cpu(server);
    Console.WriteLine($"the {clock.Elapsed.TotalSeconds:F0} s after the work: {(settled - first).TotalSeconds / clock.Elapsed.TotalSeconds * 100:F2} % of one core");
    clock.Restart();
    await Task.Delay(TimeSpan.FromSeconds(idle));
    Console.WriteLine($"idle for {clock.Elapsed.TotalSeconds:F0} s after that: {(Cpu(server) - settled).TotalSeconds / clock.Elapsed.TotalSeconds * 100:F2} % of one core, resident {Resident(server) / 1048576.0:F0} MiB");
}

TimeSpan Cpu(Process server)
{
    server.Refresh();
    return server.TotalProcessorTime;
}

long Resident(Process server) =>
    long.Parse(File.ReadLines($"/proc/{server.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

SqliteConnection Open()
{
    var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "felscanner.db")};Pooling=False");
    connection.Open();
    return connection;
}

string Query(string sql)
{
    using var database = Open();
    using var command = database.CreateCommand();
    command.CommandText = sql;
    return command.ExecuteScalar()?.ToString() ?? "";
}

static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static int Number(string variable, int fallback) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : fallback;
