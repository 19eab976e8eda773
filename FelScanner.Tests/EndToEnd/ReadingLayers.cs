using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Jobs;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.World;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FelScanner.Tests.EndToEnd;

/// <summary>Reading the layers of a whole library: gently, in the owner's hand, with an estimate.</summary>
public sealed class ReadingLayers
{
    private const string Job = JobCatalogue.ProbeFiles;
    private static readonly ProbeResult NotThere = new() { Container = "unknown", Reason = "The file is not there.", Opened = false };

    [Fact]
    public async Task Paused_it_stops_after_the_file_under_way_and_resumed_it_goes_on_from_there()
    {
        var disk = Substitute.For<ILocalDisk>();
        disk.ProbeAsync(Arg.Any<string>(), Arg.Any<long?>(), Arg.Any<CancellationToken>()).Returns(NotThere);
        await using var home = await Home.OpenAsync(world => world.Film("First", 2001, 900001, SimPicture.Hdr10), overrides: services => services.AddSingleton(disk));
        var jobs = home.Services.GetRequiredService<IJobs>();
        var library = home.Services.GetRequiredService<ILibrary>();
        await jobs.PauseAsync(Job, TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync("nothing is read", TimeSpan.FromSeconds(30), async () =>
            (await jobs.ListAsync(TestContext.Current.CancellationToken)).FirstOrDefault(job => job is { Id: Job, Running: false, Paused: true }));
        for (var number = 2; number <= 5; number++)
            home.World.Film($"Film {number}", 2000 + number, 900000 + number, SimPicture.P7Fel);
        await home.RunAsync("scan-library");
        var waiting = await library.CountToProbeAsync(TestContext.Current.CancellationToken);

        // A person presses pause while the first file is read.
        disk.ProbeAsync(Arg.Any<string>(), Arg.Any<long?>(), Arg.Any<CancellationToken>()).Returns(async _ =>
        {
            await jobs.PauseAsync(Job, TestContext.Current.CancellationToken);
            return NotThere;
        });
        var heard = new Heard();
        var said = await home.Services.GetRequiredService<ProbeFiles>().RunAsync(TimeSpan.FromMinutes(1), heard, TestContext.Current.CancellationToken);
        var left = await library.CountToProbeAsync(TestContext.Current.CancellationToken);
        disk.ProbeAsync(Arg.Any<string>(), Arg.Any<long?>(), Arg.Any<CancellationToken>()).Returns(NotThere);
        await home.Services.GetRequiredService<ILibraryActions>().ProbeAsync(null, "Anna", TestContext.Current.CancellationToken);

        Assert.Equal($"1 of {waiting} copies read, 0 proven. Paused.", said);
        Assert.Equal(waiting - 1, left);
        Assert.Contains("left", Assert.Single(heard.Told).Sentence, StringComparison.Ordinal);
        await Eventually.BecomesAsync("all are read", TimeSpan.FromSeconds(30), async () => await library.CountToProbeAsync(TestContext.Current.CancellationToken) == 0 ? "yes" : null);
        var resumed = (await jobs.ListAsync(TestContext.Current.CancellationToken)).Single(job => job.Id == Job);
        Assert.False(resumed.Paused);
    }

    /// <summary>What is told while the job works.</summary>
    private sealed class Heard : IProgress<JobProgress>
    {
        public List<JobProgress> Told { get; } = [];

        public void Report(JobProgress value) => Told.Add(value);
    }
}
