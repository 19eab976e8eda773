using System.Globalization;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;

namespace FelScanner.Tests.Proofs.FaultMatrix;

/// <summary>
/// Each call of each service meets each fault while a request goes through its whole life: afterwards the request is where it belongs, once, the
/// other services were not affected, and the dashboard answered while the call still hung. As a test each call meets two faults in turn;
/// FELSCANNER_FAULTS=all has it meet every one (proofs/faults/run.sh), and FELSCANNER_FAULTS_OF names one call alone.
/// </summary>
public sealed class FaultMatrixTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Three seconds of ours are the thirty that a slow call takes on the stage.</summary>
    private static readonly TimeSpan PageWithin = TimeSpan.FromSeconds(3);

    /// <summary>The short form takes the two whose calls carry a person's word and a release; proofs/faults/run.sh takes all five.</summary>
    public static TheoryData<string> Services => Environment.GetEnvironmentVariable("FELSCANNER_FAULTS") == "all"
        ? ["plex", "radarr", "qbittorrent", "telegram", "iptorrents"]
        : ["telegram", "iptorrents"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Whatever_a_call_meets_the_request_comes_to_its_end_once(string service)
    {
        var cells = Cells(service).ToList();
        await using var stage = await FaultStage.OpenAsync(cells.Count);
        List<string> wrong = [];

        foreach (var ((row, name, fault), number) in cells.Select((cell, number) => (cell, number)))
            wrong.AddRange((await RunAsync(stage, row, name, fault, number)).Select(what => $"{row}, {name}: {what}"));
        var unlisted = stage.Service(service).Calls.Select(FaultRow.Template).Distinct().Except(FaultRow.All.Where(row => row.Service == service).Select(row => row.Call));
        wrong.AddRange(unlisted.Select(call => $"{call} is made, but not in the table"));
        wrong.AddRange(stage.Household.Unexpected.Select(call => $"unexpected: {call}"));

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static IEnumerable<(FaultRow Row, string Name, Fault Fault)> Cells(string service)
    {
        var all = Environment.GetEnvironmentVariable("FELSCANNER_FAULTS") == "all";
        var only = Environment.GetEnvironmentVariable("FELSCANNER_FAULTS_OF") ?? "";
        foreach (var (row, index) in FaultRow.All.Where(row => row.Service == service).Select((row, index) => (row, index)))
        {
            if (!row.Fragment.Contains(only, StringComparison.Ordinal))
                continue;
            foreach (var ((name, fault), kind) in FaultRow.Faults.Select((fault, kind) => (fault, kind)))
            {
                if (all || (kind + (index * 2)) % FaultRow.Faults.Count < 2)
                    yield return (row, name, fault);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(FaultStage stage, FaultRow row, string name, Fault fault, int number)
    {
        List<string> wrong = [];
        var service = stage.Service(row.Service);
        var before = service.Calls.Count;
        await ProvokeAsync(stage, row, number);
        service.Faults.Always(row.Fragment, fault);
        var hash = stage.Publish(number);

        var work = Task.WhenAll(stage.WatchAsync(), stage.RunAsync("scan-library", "check-feeds", "track-downloads", "check-connections"));
        if (!await BecomesAsync(() => Task.FromResult(service.Calls.Skip(before).Any(call => call.Path.Contains(row.Fragment, StringComparison.Ordinal)))))
            return ["it was never made"];
        var page = await stage.LookAsync();
        await work;
        if (page > PageWithin)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"the dashboard took {page.TotalMilliseconds:0} ms"));
        wrong.AddRange((await stage.InErrorAsync()).Where(other => other != row.Service).Select(other => $"{other} is said to be in error"));

        stage.Heal();
        if (name is "401" or "403")
            await stage.TestAsync(row.Service);
        for (var poll = 0; poll < 2; poll++)
            await stage.RunAsync("scan-library", "check-feeds", "track-downloads", "deliver-messages", "check-connections");
        if (!await BecomesAsync(() => stage.ComesToItsEndAsync(number)))
            wrong.Add($"it did not come to its end. {await stage.StateAsync()}");
        wrong.AddRange(Doubled(stage, row, fault, number, hash));
        wrong.AddRange((await stage.InErrorAsync()).Select(still => $"{still} is still said to be in error"));
        Note(row, name, page);
        return wrong;
    }

    /// <summary>Some calls are made once and then not for a long time.</summary>
    private static Task ProvokeAsync(FaultStage stage, FaultRow row, int number)
    {
        switch (row.Fragment)
        {
            case "/auth/login" or "/app/webapiVersion":
                stage.Household.QBittorrent.ForgetSessions();
                break;
            case "/torrents/createCategory" or "/downloadclient":
                return stage.SaveAsync("qbittorrent", "qbittorrent_category", $"movies {number}");
            case "/rootfolder" or "/movie":
                stage.ForgetRadarr();
                break;
            case "/sendMessage" or "/editMessageText":
                stage.HidePosters();
                break;
            case "/notifications":
                return stage.RestartPlexAsync();
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Doubled(FaultStage stage, FaultRow row, Fault fault, int number, string hash)
    {
        if (stage.Household.QBittorrent.AddCount(hash) is not 1 and var adds)
            yield return $"added {adds} times";
        var most = row.MayTellTwice && fault is Fault.TimeoutAfterEffect or Fault.Slow ? int.MaxValue : 1;
        if (stage.Messages(number).Count is var messages && messages > most)
            yield return $"{messages} messages";
    }

    private static async Task<bool> BecomesAsync(Func<Task<bool>> holds)
    {
        try
        {
            await Eventually.BecomesAsync("it", Patience, async () => await holds() ? "it" : null);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static void Note(FaultRow row, string name, TimeSpan page)
    {
        if (Environment.GetEnvironmentVariable("FELSCANNER_PROOF_OUT") is { Length: > 0 } file)
            File.AppendAllLines(file, [string.Create(CultureInfo.InvariantCulture, $"{row.Service},{row.Call},{name},{page.TotalMilliseconds:0}")]);
    }
}
