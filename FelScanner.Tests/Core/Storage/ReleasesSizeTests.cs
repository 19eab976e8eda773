using System.Diagnostics;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

/// <summary>A hundred thousand releases: the figures are printed, because a shared machine proves no times.</summary>
public sealed class ReleasesSizeTests(ITestOutputHelper output)
{
    private const string Seed = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        INSERT INTO releases (name, name_key, feed, feed_id, info_hash, bytes, freeleech, first_seen, last_seen, verdict, film_id, available, first_reading, blocked, judge_again, evidence, maybe_fel, judged_at, description)
        SELECT 'Film.' || i || '.2020.2160p-GRP', 'film ' || i || ' 2020 2160p grp', 'iptorrents', 'id' || i, printf('%040x', i), 1000000 + i, 0, '2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.000Z',
               CASE i % 10 WHEN 0 THEN 'Notify' ELSE 'Skip' END, i % 20000, i % 100 = 0, 0, 0, i % 50 = 0, i % 6, i % 7 = 0, '2026-01-31T12:00:00.000Z', hex(randomblob(500)) FROM n;
        INSERT INTO judgements (release_id, parsed, offered, verdict, candidates, film_picked)
        SELECT id, '{"name":"x"}', '{"resolution":"p2160"}', '{"kind":"skip","reason":"' || hex(randomblob(400)) || '","warnings":[],"trace":[]}', '[]', 0 FROM releases;
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_thousand_releases_are_found_listed_and_counted()
    {
        await using var database = await TestDatabase.CreateAsync();
        Execute(database.File, Seed);

        var known = await TimedAsync("find again", () => database.Releases.RememberAsync(A.Release("Film 77777 2020 2160p-GRP", feed: "other", bytes: 1_077_777), false, Token));
        await TimedAsync("remember a new one", () => database.Releases.RememberAsync(A.Release("Something new"), false, Token));
        await TimedAsync("first page", () => database.Releases.PageAsync(new(), 1, 50, Token));
        await TimedAsync("filtered page", () => database.Releases.PageAsync(new("notify", Available: true), 3, 50, Token));
        var searched = await TimedAsync("search for a rare one", () => database.Releases.PageAsync(new(Query: "film 4711"), 1, 50, Token));
        await TimedAsync("releases of a film", () => database.Releases.PageAsync(new(FilmId: 5), 1, 50, Token));
        await TimedAsync("to judge again", () => database.Releases.ToJudgeAgainAsync(null, 500, Token));
        await TimedAsync("to judge again, of films", () => database.Releases.ToJudgeAgainAsync([5, 6, 7], 500, Token));
        var counts = await TimedAsync("count", () => database.Releases.CountsAsync(A.Noon, Token));

        Assert.Equal((false, 20, 100_001), (known.IsNew, searched.Total, counts.All));
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        return result;
    }
}
