using System.Text.Json;
using FelScanner.Core.Clients;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Support;

/// <summary>The real clients as the program registers them, over a stub or over real connections.</summary>
internal sealed class RealClients : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IDataProtectionProvider _keys;

    private RealClients(FelSettings settings, Func<IServiceCollection, IServiceCollection> with, RealClients? before = null)
    {
        Settings = new FixedSettings(settings);
        Notebook = before?.Notebook ?? new MemoryNotebook();
        _keys = before?._keys ?? new EphemeralDataProtectionProvider();
        var around = new ServiceCollection().AddLogging().AddSingleton<ISettings>(Settings).AddSingleton<INotebook>(Notebook).AddSingleton(_keys);
        _services = with(around).AddFelClients().BuildServiceProvider();
    }

    public FixedSettings Settings { get; }

    public MemoryNotebook Notebook { get; }

    public IPlexLibrary Plex => _services.GetRequiredService<IPlexLibrary>();
    public IPlexCollections Collections => _services.GetRequiredService<IPlexCollections>();
    public IRadarr Radarr => _services.GetRequiredService<IRadarr>();
    public ITorrentClient Torrents => _services.GetRequiredService<ITorrentClient>();
    public IChat Chat => _services.GetRequiredService<IChat>();
    public IEventSender Webhook => _services.GetRequiredService<IEventSender>();
    public ILocalDisk Disk => _services.GetRequiredService<ILocalDisk>();

    public static RealClients Over(StubHttp stub, FelSettings settings, TimeProvider? time = null) =>
        new(settings, services => services.AddSingleton(time ?? TimeProvider.System).AddSingleton<PrimaryHandler>(_ => stub));

    /// <summary>The next start of the program, with the notebook and the key ring of this one.</summary>
    public RealClients Restarted(StubHttp stub) =>
        new(Settings.Current, services => services.AddSingleton(TimeProvider.System).AddSingleton<PrimaryHandler>(_ => stub), this);

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

/// <summary>A notebook without a disk.</summary>
internal sealed class MemoryNotebook : INotebook
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _notes = new();

    public Task<string?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_notes.GetValueOrDefault(key));

    public Task WriteAsync(string key, string? value, CancellationToken cancellationToken)
    {
        if (value is null)
            _notes.TryRemove(key, out _);
        else
            _notes[key] = value;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, string>> AllAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(_notes.Where(note => note.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary());
}
