using System.Text.Json;
using FelScanner.Core.Clients;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Support;

/// <summary>The real clients as the program registers them, over a stub or over real connections.</summary>
internal sealed class RealClients : IDisposable
{
    private readonly ServiceProvider _services;

    private RealClients(FelSettings settings, Func<IServiceCollection, IServiceCollection> with)
    {
        Settings = new FixedSettings(settings);
        _services = with(new ServiceCollection().AddLogging().AddSingleton<ISettings>(Settings)).AddFelClients().BuildServiceProvider();
    }

    public FixedSettings Settings { get; }

    public IPlexLibrary Plex => _services.GetRequiredService<IPlexLibrary>();
    public IPlexCollections Collections => _services.GetRequiredService<IPlexCollections>();
    public IRadarr Radarr => _services.GetRequiredService<IRadarr>();
    public ITorrentClient Torrents => _services.GetRequiredService<ITorrentClient>();
    public IChat Chat => _services.GetRequiredService<IChat>();
    public IEventSender Webhook => _services.GetRequiredService<IEventSender>();
    public ILocalDisk Disk => _services.GetRequiredService<ILocalDisk>();

    public static RealClients Over(StubHttp stub, FelSettings settings, TimeProvider? time = null) =>
        new(settings, services => services.AddSingleton(time ?? TimeProvider.System).AddSingleton<PrimaryHandler>(_ => stub));

    public static RealClients OverTheNetwork(FelSettings settings) => new(settings, services => services);

    public IFeed Feed(int at = 0) => _services.GetRequiredService<IFeeds>().Open(Settings.Current)[at];

    public async Task<ConnectionReport> TestAsync(string service, bool byPerson = true) => Assert.Single(await TestAllAsync(service, byPerson));

    public Task<IReadOnlyList<ConnectionReport>> TestAllAsync(string service, bool byPerson = true) =>
        _services.GetServices<IConnectionTest>().Single(t => t.Service == service).TestAsync(Settings.Current, byPerson, TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();
}

/// <summary>Settings that a test holds in its hand.</summary>
internal sealed class FixedSettings(FelSettings current) : ISettings
{
    public event Action? Changed;

    public FelSettings Current { get; private set; } = current;

    public IReadOnlyDictionary<string, string> Locked { get; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Faults { get; } = new Dictionary<string, string>();

    public string IncomingWebhookSecret => "";

    public void Become(FelSettings settings)
    {
        Current = settings;
        Changed?.Invoke();
    }

    public IReadOnlyDictionary<string, JsonElement> Show(IEnumerable<string>? keys = null) => new Dictionary<string, JsonElement>();

    public SettingsPreview Preview(IReadOnlyDictionary<string, JsonElement> values) => new(Current, new Dictionary<string, IReadOnlyList<string>>());

    public Task<SettingsPreview> SaveAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken) => Task.FromResult(Preview(values));
}
