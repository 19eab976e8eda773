using FelScanner.Core.Clients;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Storage;
using FelScanner.Core.Workflow;
using FelScanner.Web.Demo.Plex;
using FelScanner.Web.Demo.World;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Support;

/// <summary>A simulated Plex over real HTTP, the real clients, the real database and the real verbs; nothing runs by itself.</summary>
internal sealed class LibraryAtWork : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private LibraryAtWork(SimWorld world, SimPlex plex, FixedSettings settings, ServiceProvider services, string folder) =>
        (World, Plex, Settings, _services, _folder) = (world, plex, settings, services, folder);

    public SimWorld World { get; }

    public SimPlex Plex { get; }

    public FixedSettings Settings { get; }

    public ILibrary Library => Get<ILibrary>();

    public IReadOnlyList<Finding> Findings => Get<IFindings>().Now;

    public static async Task<LibraryAtWork> StartAsync(PlexOptions? options = null, params string[] libraries)
    {
        var world = new SimWorld(TimeProvider.System, SimRoots.Same("/movies"));
        var plex = new SimPlex(world, TimeProvider.System, options);
        await plex.StartAsync(TestContext.Current.CancellationToken);
        var settings = new FixedSettings(new() { Plex = new() { Url = plex.Address.ToString(), Token = new Secret(plex.Token), LibraryNames = libraries } });
        var folder = TestDatabase.NewFolder();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<ISettings>(settings)
            .AddFelKeyRing(folder).AddFelStorage(folder).AddFelClients().AddFelWorkflow().BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().RunAsync(TestContext.Current.CancellationToken);
        return new LibraryAtWork(world, plex, settings, services, folder);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A film with one copy, of profile 5 unless said otherwise.</summary>
    public SimFilm Film(string title, int tmdbId, SimPicture picture = SimPicture.P5, string section = "1") =>
        World.Add(title, 2000, tmdbId, World.Copy($"{title} (2000).mkv", picture) with { Section = section });

    /// <summary>The titles of the library as it is stored.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync() => [.. (await Library.AllAsync(TestContext.Current.CancellationToken)).Select(film => film.Title).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Plex.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
