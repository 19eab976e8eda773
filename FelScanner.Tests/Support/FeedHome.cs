using System.Text.Json;
using FelScanner.Core.Clients;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Storage;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Support;

/// <summary>The real program from the feeds' wire to the database, on a folder that outlives it: settings, storage, clients and verbs, with a clock and connections of the test.</summary>
internal sealed class FeedHome : IAsyncDisposable
{
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly Func<HttpMessageHandler> _wire;
    private ServiceProvider _services;

    private FeedHome(string folder, TimeProvider time, Func<HttpMessageHandler> wire, ServiceProvider services) =>
        (_folder, _time, _wire, _services) = (folder, time, wire, services);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<FeedHome> OpenAsync(TimeProvider time, Func<HttpMessageHandler> wire, object settings)
    {
        var folder = TestDatabase.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), JsonSerializer.Serialize(settings), TestContext.Current.CancellationToken);
        return new FeedHome(folder, time, wire, await StartAsync(folder, time, wire));
    }

    /// <summary>Reads what is due; the clock moves on while the reading waits.</summary>
    public Task<string> CheckAsync(bool byHand = false) => UntilKilledAsync(byHand, TestContext.Current.CancellationToken);

    /// <summary>The same, until it is killed.</summary>
    public Task<string> UntilKilledAsync(bool byHand, CancellationToken cancellationToken)
    {
        var work = Get<CheckFeeds>().RunAsync(byHand, cancellationToken);
        return _time is ManualTime clock ? clock.DriveAsync(work, TimeSpan.FromSeconds(1)) : work;
    }

    /// <summary>Puts films into the library.</summary>
    public async Task OwnAsync(params IEnumerable<Film> films)
    {
        await Get<ILibrary>().StoreAsync([.. films.Select((film, i) => A.PlexFilm($"{i + 1}", film))], TestContext.Current.CancellationToken);
        Get<FilmShelf>().Forget();
    }

    /// <summary>The program ends and starts again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = await StartAsync(_folder, _time, _wire);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ServiceProvider> StartAsync(string folder, TimeProvider time, Func<HttpMessageHandler> wire)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<PrimaryHandler>(_ => wire());
        var provider = services.AddFelSettings(folder).AddFelStorage(folder).AddFelClients().AddFelWorkflow().BuildServiceProvider();
        await provider.GetRequiredService<StorageSetup>().RunAsync(TestContext.Current.CancellationToken);
        return provider;
    }
}
