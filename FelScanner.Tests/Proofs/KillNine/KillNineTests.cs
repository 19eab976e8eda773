using System.Globalization;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>
/// kill -9 over a request's whole life. Ten kills as a test; proofs/kill9/run.sh makes it two hundred against the published program and
/// writes each kill's line. What is guaranteed: every yes becomes exactly one download, and one message a request, but for the death between
/// Telegram's taking a message and the program's learning its number, after which the message is sent once more.
/// </summary>
public sealed class KillNineTests
{
    private const int Seed = 20260131;

    [Fact]
    public async Task Whenever_it_is_killed_nothing_is_lost_and_nothing_is_doubled()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FELSCANNER_KILLS") ?? "10", CultureInfo.InvariantCulture);
        await using var house = await HouseUnderKill.OpenAsync(count);
        List<KillReport> reports = [];

        foreach (var (kill, number) in Kill.Plan(count, Seed).Select((kill, number) => (kill, number)))
        {
            reports.Add(await new OneKill(house, number, kill).RunAsync());
            Write(reports[^1]);
        }

        Assert.Empty(reports.Where(report => !report.IsRight).Select(report => report.ToString()));
        Assert.Empty(house.World.Household.Unexpected.Select(call => call.ToString()));
    }

    private static void Write(KillReport report)
    {
        if (Environment.GetEnvironmentVariable("FELSCANNER_PROOF_OUT") is not { Length: > 0 } file)
            return;
        if (!File.Exists(file))
            File.AppendAllLines(file, [KillReport.Head]);
        File.AppendAllLines(file, [report.ToString()]);
    }
}
