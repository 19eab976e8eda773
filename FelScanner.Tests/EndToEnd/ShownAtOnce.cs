using System.Reflection;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What people look at does not wait for what a round does besides.</summary>
public sealed class ShownAtOnce
{
    [Fact]
    public async Task A_change_in_qBittorrent_shows_while_the_round_still_asks_for_the_files()
    {
        var slow = new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromMinutes(10) } };
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film("Movie", 2021, 900001)), world: await SimulatedWorld.StartAsync(options: slow), overrides: HangingFiles.PutInto);
        var client = (HangingFiles)home.Services.GetRequiredService<ITorrentClient>();
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await ShowsAsync(home, state => state == "downloading");

        home.World.Household.QBittorrent.Torrents[0].Stop();
        client.Hang();
        var shown = await ShowsAsync(home, state => state != "downloading");
        client.GoOn();

        Assert.Contains(shown, (string[])["stoppedDL", "pausedDL"]);
    }

    private static Task<string> ShowsAsync(Home home, Func<string, bool> holds) => Eventually.BecomesAsync("the board shows it", TimeSpan.FromSeconds(30), () =>
        Task.FromResult(home.Services.GetRequiredService<IDownloadBoard>().Now is [{ Torrent.State: var state }] && holds(state) ? state : null));

    /// <summary>The real client; but after a poll that began once it hangs, the list of files never comes.</summary>
    public class HangingFiles : DispatchProxy
    {
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ITorrentClient _real = null!;
        private volatile bool _hangs;
        private volatile bool _polled;

        public static void PutInto(IServiceCollection services)
        {
            var real = services.Single(service => service.ServiceType == typeof(ITorrentClient)).ImplementationType!;
            services.Replace(ServiceDescriptor.Singleton(all =>
            {
                var client = Create<ITorrentClient, HangingFiles>();
                ((HangingFiles)(object)client)._real = (ITorrentClient)ActivatorUtilities.CreateInstance(all, real);
                return client;
            }));
        }

        public void Hang() => _hangs = true;

        public void GoOn() => _goOn.TrySetResult();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(ITorrentClient.PollAsync))
                _polled |= _hangs;
            return targetMethod.Name == nameof(ITorrentClient.FilesAsync) && _polled ? LateAsync((string)args![0]!, (CancellationToken)args[1]!) : targetMethod.Invoke(_real, args);
        }

        private async Task<IReadOnlyList<TorrentContent>> LateAsync(string hash, CancellationToken cancellationToken)
        {
            await _goOn.Task.WaitAsync(cancellationToken);
            return await _real.FilesAsync(hash, cancellationToken);
        }
    }
}
