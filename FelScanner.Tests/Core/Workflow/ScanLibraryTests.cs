using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Plex;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Core.Workflow;

public sealed class ScanLibraryTests
{
    private const string List = "/library/sections/1/all";
    private const string Details = "/library/metadata/";
    private const string Unauthorised = "<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/library/sections", 401, Unauthorised, "text/html")]
    [InlineData("/library/sections", 200, "<html><body>Welcome to the router</body></html>", "text/html")]
    [InlineData("/library/sections", 200, "{\"MediaContainer\":{\"size\":0}}", "application/json")]
    [InlineData(List, 401, Unauthorised, "text/html")]
    [InlineData(List, 503, "", "text/plain")]
    [InlineData(List, 500, "", "text/plain")]
    [InlineData(List, 404, "<html>not found</html>", "text/html")]
    [InlineData(List, 200, "<html><body>Log in</body></html>", "text/html")]
    [InlineData(List, 200, "{\"MediaContainer\":", "application/json")]
    [InlineData(List, 200, "[]", "application/json")]
    [InlineData(List, 200, "{}", "application/json")]
    [InlineData(Details, 401, Unauthorised, "text/html")]
    public async Task Whatever_plex_answers_the_last_good_library_stays_and_one_finding_says_why(string path, int status, string body, string type)
    {
        await using var at = await LibraryAtWork.StartAsync();
        var dune = at.Film("Dune", 1);
        at.Film("Heat", 2);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        at.World.Put(dune with { Title = "Dune: Part One", Copies = [dune.Copies[0] with { Bytes = 1 }] });
        at.Plex.Faults.Always(path, new Fault.Status(status, body, type));

        await Assert.ThrowsAsync<ServiceFault>(() => at.Get<ScanLibrary>().RunAsync(null, Token));

        Assert.Equal(["Dune", "Heat"], await at.TitlesAsync());
        var finding = Assert.Single(at.Findings);
        Assert.Equal(("plex.scan", true), (finding.Id, finding.Remedy.Length > 0));
        Assert.Equal(ScanRecord.Failed, (await at.Library.ScansAsync(1, Token))[0].Result);

        at.Plex.Faults.Clear();
        await at.Get<ScanLibrary>().RunAsync(null, Token);

        Assert.Equal(["Dune: Part One", "Heat"], await at.TitlesAsync());
        Assert.Empty(at.Findings);
    }

    [Fact]
    public async Task A_plex_that_is_gone_changes_nothing()
    {
        await using var at = await LibraryAtWork.StartAsync();
        at.Film("Dune", 1);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        await at.Plex.StopAsync(Token);

        await Assert.ThrowsAsync<ServiceFault>(() => at.Get<ScanLibrary>().RunAsync(null, Token));

        Assert.Equal(["Dune"], await at.TitlesAsync());
    }

    [Theory]
    [InlineData("""{"MediaContainer":{"size":0,"totalSize":0}}""")]
    [InlineData("""{"MediaContainer":{"size":0,"totalSize":0,"Metadata":[]}}""")]
    [InlineData("""{"MediaContainer":{"size":"0","totalSize":"2"}}""")]
    public async Task An_empty_list_removes_nothing_and_the_scan_says_so(string list)
    {
        await using var at = await LibraryAtWork.StartAsync();
        at.Film("Dune", 1);
        at.Film("Heat", 2);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        at.Plex.Faults.Always(List, new Fault.Status(200, list, "application/json"));

        await at.Get<ScanLibrary>().RunAsync(null, Token);

        Assert.Equal(["Dune", "Heat"], await at.TitlesAsync());
        Assert.Contains("its 2 films are kept", (await at.Library.ScansAsync(1, Token))[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_that_is_not_listed_any_more_goes()
    {
        await using var at = await LibraryAtWork.StartAsync();
        var dune = at.Film("Dune", 1);
        at.Film("Heat", 2);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        at.World.Remove(dune.Id);

        await at.Get<ScanLibrary>().RunAsync(null, Token);

        Assert.Equal(["Heat"], await at.TitlesAsync());
        Assert.Equal((1, 0), (await at.Library.ScansAsync(1, Token))[0] is var scan ? (scan.Removed, scan.Changed - scan.Removed) : default);
    }

    [Fact]
    public async Task Nothing_changed_costs_the_lists_alone()
    {
        await using var at = await LibraryAtWork.StartAsync();
        GeneratedLibrary.Fill(at.World, 1200);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        var before = at.Plex.Calls.Count;

        await at.Get<ScanLibrary>().RunAsync(null, Token);

        // One call for the libraries, three pages of 500.
        Assert.Equal((28, 4), (before, at.Plex.Calls.Count - before));
    }

    [Fact]
    public async Task A_film_plex_told_of_is_read_alone_and_one_that_is_gone_goes()
    {
        await using var at = await LibraryAtWork.StartAsync();
        var (dune, heat) = (at.Film("Dune", 1), at.Film("Heat", 2));
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        at.World.Put(dune with { Title = "Dune: Part One" });
        at.World.Remove(heat.Id);

        await at.Get<ScanLibrary>().ReadAsync([at.Plex.Shelf.KeyOf(dune), at.Plex.Shelf.KeyOf(heat)], Token);

        Assert.Equal(["Dune: Part One"], await at.TitlesAsync());
    }

    [Theory]
    [InlineData(500, "", "text/plain")]
    [InlineData(200, "{\"MediaContainer\":{\"size\":0}}", "application/json")]
    public async Task A_film_that_plex_cannot_describe_stays(int status, string body, string type)
    {
        await using var at = await LibraryAtWork.StartAsync();
        var dune = at.Film("Dune", 1);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        at.Plex.Faults.Always(Details, new Fault.Status(status, body, type));

        await at.Get<ScanLibrary>().ReadAsync([at.Plex.Shelf.KeyOf(dune)], Token);

        Assert.Equal(["Dune"], await at.TitlesAsync());
    }

    [Fact]
    public async Task A_film_of_a_library_that_is_not_chosen_is_left_out()
    {
        var two = new PlexOptions { MovieSections = new Dictionary<string, string> { ["1"] = "Movies", ["2"] = "Children" } };
        await using var at = await LibraryAtWork.StartAsync(two, "Movies");
        at.Film("Dune", 1);
        var bambi = at.Film("Bambi", 2, section: "2");
        await at.Get<ScanLibrary>().RunAsync(null, Token);

        await at.Get<ScanLibrary>().ReadAsync([at.Plex.Shelf.KeyOf(bambi, "2")], Token);

        Assert.Equal(["Dune"], await at.TitlesAsync());
    }

    [Fact]
    public async Task A_scan_that_is_stopped_keeps_what_it_read_and_is_no_failure()
    {
        await using var at = await LibraryAtWork.StartAsync();
        GeneratedLibrary.Fill(at.World, 600);
        using var stop = new CancellationTokenSource();
        var progress = new Told(told =>
        {
            if (told.Percent > 80)
                stop.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => at.Get<ScanLibrary>().RunAsync(progress, stop.Token));

        Assert.InRange((await at.TitlesAsync()).Count, 250, 599);
        Assert.Equal(ScanRecord.Stopped, (await at.Library.ScansAsync(1, Token))[0].Result);
        Assert.Empty(at.Findings);
    }

    private sealed class Told(Action<JobProgress> tell) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => tell(value);
    }
}
