using System.Globalization;
using System.Text.Json.Nodes;
using FelScanner.Core.Jobs;
using FelScanner.Web.Cli;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Web.Hosting;

/// <summary>The demo: simulated services on loopback, a data folder that is thrown away, and the real product in between.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private DemoRun(DemoStage stage, DirectoryInfo folder) => (Stage, _folder) = (stage, folder);

    public DemoStage Stage { get; }

    public static async Task<DemoRun> StartAsync(CancellationToken cancellationToken)
    {
        var stage = await DemoStage.StartAsync(TimeProvider.System, cancellationToken).ConfigureAwait(false);
        stage.Media = new DemoMedia();
        stage.PrepareFiles();
        var demo = new DemoRun(stage, Directory.CreateTempSubdirectory("felscanner-demo-data-"));
        await File.WriteAllTextAsync(Path.Combine(demo._folder.FullName, "settings.json"), demo.Settings(), cancellationToken).ConfigureAwait(false);
        return demo;
    }

    /// <summary>The server of the demo: its own folder, the stage at hand for the chat's page.</summary>
    public WebApplication Build(ServerOptions options)
    {
        var app = FelServer.Build(options with { DataFolder = _folder.FullName }, services => services.AddSingleton(Stage).AddDemoDisk().AddHostedService<Pulse>());
        Stage.Map(app);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync().ConfigureAwait(false);
        _folder.Delete(recursive: true);
    }

    /// <summary>The stage's settings as a person would have saved them. The first reading is behind: the demo asks from the start.</summary>
    private string Settings()
    {
        var all = new JsonObject { ["feeds_first_reading"] = "ask" };
        foreach (var (key, value) in Stage.Settings)
            all[key] = value.Length > 0 && value[0] is '[' or '{' || value is "true" or "false" || int.TryParse(value, CultureInfo.InvariantCulture, out _) ? JsonNode.Parse(value) : value;
        return all.ToJsonString();
    }

    /// <summary>Reads the feeds, and the layers of new copies, every few seconds: a visitor of the demo will not wait for a polite interval.</summary>
    private sealed class Pulse(JobRunner jobs, TimeProvider time) : BackgroundService
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(6);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                await ((Task)jobs.RunAsync("check-feeds", byHand: true)!).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ((Task)jobs.RunAsync("probe-files", byHand: false)!).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
