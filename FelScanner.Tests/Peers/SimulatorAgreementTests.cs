using FelScanner.Tests.Support;
using FelScanner.Web.Demo.QBittorrent;

namespace FelScanner.Tests.Peers;

/// <summary>Keeps the simulated qBittorrent honest: the same calls to it and to the real program get answers of the same form.</summary>
public sealed class SimulatorAgreementTests
{
    [Fact]
    public async Task The_simulated_qbittorrent_answers_as_the_real_one()
    {
        await using var real = await RealQBittorrent.StartAsync();
        await using var simulated = new SimQBittorrent(TimeProvider.System);
        await simulated.StartAsync(TestContext.Current.CancellationToken);

        var expected = await AgreementTable.RunAsync(real.Address, real.DefaultSavePath);
        var actual = await AgreementTable.RunAsync(simulated.Address, real.DefaultSavePath);

        var differing = expected.Zip(actual).Where(pair => pair.First != pair.Second).Select(pair => $"real:      {pair.First}\nsimulated: {pair.Second}").ToList();
        Assert.True(differing.Count == 0, string.Join("\n\n", differing));
    }

    [Fact]
    public async Task A_real_client_downloads_from_the_loopback_swarm()
    {
        await using var swarm = await LoopbackSwarm.StartAsync("Dune.2021.2160p.mkv");
        await using var leecher = await RealQBittorrent.StartAsync();
        var folder = Path.Combine(leecher.Folder, "movies", "Dune (2021)");

        await leecher.AddAsync(swarm.Torrent, ("savepath", folder), ("autoTMM", "false"));
        await leecher.WhenCompleteAsync(swarm.Hash, TimeSpan.FromSeconds(60));

        Assert.Equal(swarm.Content, await File.ReadAllBytesAsync(Path.Combine(folder, "Dune.2021.2160p.mkv"), TestContext.Current.CancellationToken));
    }
}
