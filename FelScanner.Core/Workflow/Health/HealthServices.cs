using FelScanner.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Registers the watches and what tells of them.</summary>
internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<ServiceFindings>()
        .AddSingleton<IHealthWatch, WatchSettings>()
        .AddSingleton<IHealthWatch, WatchStorage>()
        .AddSingleton<IHealthWatch, WatchBackups>()
        .AddSingleton<IHealthWatch, WatchClock>()
        .AddSingleton<IHealthWatch, WatchVersions>()
        .AddSingleton<IHealthWatch, WatchTorrents>()
        .AddSingleton<IHealthWatch, WatchFeeds>()
        .AddSingleton<IHealthWatch, WatchSpace>()
        .AddSingleton<IHealthWatch, WatchPaths>()
        .AddSingleton<CheckHealth>()
        .AddSingleton<EpisodeBook>()
        .AddSingleton<TellingTools>()
        .AddSingleton<TellFindings>();
}
