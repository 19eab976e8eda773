using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.FlareSolverr;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Clients.IpTorrents;
using FelScanner.Core.Clients.Plex;
using FelScanner.Core.Clients.QBittorrent;
using FelScanner.Core.Clients.Radarr;
using FelScanner.Core.Clients.Telegram;
using FelScanner.Core.Clients.Torznab;
using FelScanner.Core.Clients.Webhook;
using FelScanner.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FelScanner.Core.Clients;

/// <summary>Registers the far side of the ports: every remote service, and the local disks.</summary>
public static class ClientServices
{
    /// <summary>Needs settings, logging and a <see cref="TimeProvider"/>, which is the system's when there is none.</summary>
    public static IServiceCollection AddFelClients(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PrimaryHandler>(OutboundHandlers.Create);
        services.AddSingleton<Outbound>().AddSingleton<Wire>();
        services.AddSingleton<ClockReadings>().AddSingleton<IClockReadings>(all => all.GetRequiredService<ClockReadings>());
        services.AddSingleton<ILocalDisk, LocalDisk.LocalDisk>();
        services.AddSingleton<IEventSender, WebhookSender>();
        return services.AddPlex().AddRadarr().AddQBittorrent().AddTelegram().AddFeeds();
    }

    private static IServiceCollection AddPlex(this IServiceCollection services) => services
        .AddSingleton<PlexClient>().AddSingleton<PlexPages>().AddSingleton<PlexBatches>().AddSingleton<PlexChanges>()
        .AddSingleton<IPlexLibrary, PlexLibrary>()
        .AddSingleton<IPlexCollections, PlexCollections>()
        .AddSingleton<IConnectionTest, PlexTest>();

    private static IServiceCollection AddRadarr(this IServiceCollection services) => services
        .AddSingleton<RadarrClient>()
        .AddSingleton<IRadarr, RadarrFilms>()
        .AddSingleton<IConnectionTest, RadarrTest>();

    private static IServiceCollection AddQBittorrent(this IServiceCollection services) => services
        .AddSingleton<QBittorrentSessions>().AddSingleton<QBittorrentClient>().AddSingleton<QBittorrentSync>()
        .AddSingleton<ITorrentClient, QBittorrentTorrents>()
        .AddSingleton<IConnectionTest, QBittorrentTest>();

    private static IServiceCollection AddTelegram(this IServiceCollection services) => services
        .AddSingleton<TelegramClient>().AddSingleton<TelegramSending>()
        .AddSingleton<IChat, TelegramChatRoom>()
        .AddSingleton<IConnectionTest, TelegramTest>();

    private static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<FeedWire>().AddSingleton<TorrentFetch>().AddSingleton<FeedClient>().AddSingleton<FlareSolverrClient>()
        .AddSingleton<IpTorrentsCookies>().AddSingleton<IpTorrentsClient>().AddSingleton<IpTorrentsSearch>()
        .AddSingleton<IFeeds, OpenFeeds>()
        .AddSingleton<IConnectionTest, IpTorrentsTest>()
        .AddSingleton<IConnectionTest, FeedsTest>();
}
