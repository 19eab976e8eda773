using System.Diagnostics;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

/// <summary>Twenty thousand films: the figures are printed, because a shared machine proves no times.</summary>
public sealed class LibrarySizeTests(ITestOutputHelper output)
{
    private const int Films = 20_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_thousand_films_are_stored_read_and_counted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var films = Enumerable.Range(1, Films).Select(n => A.PlexFilm($"{n}", A.Film($"Film {n}", 1950 + (n % 75), n, $"tt{n:0000000}", A.Copy(A.Quality(profile: n % 9), $"/media/{n}.mkv", $"m{n}")))).ToList();

        var changed = await TimedAsync("store", () => database.Library.StoreAsync(films, Token));
        await TimedAsync("store unchanged", () => database.Library.StoreAsync(films, Token));
        var all = await TimedAsync("read all", () => database.Library.AllAsync(Token));
        await TimedAsync("read all again", () => database.Library.AllAsync(Token));
        var counts = await TimedAsync("count", () => database.Library.CountsAsync(Token));
        var page = await TimedAsync("page 200", () => database.Library.PageAsync(new("maybe_fel", "film 1", "size", true), 3, 50, Token));
        await TimedAsync("prove one", () => database.Library.MarkAsync(all[0].Copies[0].Id, EnhancementLayer.Fel, "Ada", Token));

        Assert.Equal((Films, Films, Films, 50), (changed.Count, all.Count, counts.Films, page.Items.Count));
    }

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var result = await work();
        process.Refresh();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms, {(process.TotalProcessorTime - before).TotalMilliseconds:0} ms of processor");
        return result;
    }
}
