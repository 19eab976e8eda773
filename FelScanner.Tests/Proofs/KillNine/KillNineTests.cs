using System.Globalization;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>
/// kill -9 over a request's whole life. Twenty kills as a test, in two halves; proofs/kill9/run.sh makes it two hundred against the published program and
/// writes each kill's line. What is guaranteed: every yes becomes exactly one download, and one message a request, but for the death between
/// Telegram's taking a message and the program's learning its number, after which the message is sent once more.
/// </summary>
public sealed class KillNineTests
{
    private const int Seed = 20260131;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Whenever_it_is_killed_nothing_is_lost_and_nothing_is_doubled(int half)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FELSCANNER_KILLS") ?? "20", CultureInfo.InvariantCulture);
        await using var house = await HouseUnderKill.OpenAsync(count);
        List<KillReport> reports = [];

        foreach (var (kill, number) in Kill.Plan(count, Seed).Select((kill, number) => (kill, number)).Where(next => next.number % 2 == half))
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
