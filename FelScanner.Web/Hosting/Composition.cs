using FelScanner.Core.Clients;
using FelScanner.Core.Jobs;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Storage;
using FelScanner.Core.Workflow;
using FelScanner.Web.Cli;
using FelScanner.Web.Security;

namespace FelScanner.Web.Hosting;

/// <summary>The one place that knows every part of the product.</summary>
public static class Composition
{
    /// <summary>Everything behind the pages and the API. Hosted services start in this order: the folder is open and the secrets are known before a job runs.</summary>
    public static IServiceCollection AddFelScanner(this IServiceCollection services, ServerOptions options)
    {
        services.AddFelSettings(options.DataFolder).AddFelStorage(options.DataFolder).AddFelClients();
        services.AddHostedService<OpenStorage>();
        services.AddHostedService<LearnSecrets>();
        services.AddHostedService<FirstOwner>();
        return services
            .AddFelWorkflow()
            .AddFelJobs(options.DataFolder);
    }

    /// <summary>The demo's files lie on this machine, but its free space is the simulated household's.</summary>
    public static IServiceCollection AddDemoDisk(this IServiceCollection services) => services.AddSingleton<ILocalDisk, DemoDisk>();

    private sealed class DemoDisk : ILocalDisk
    {
        private readonly Core.Clients.LocalDisk.LocalDisk _real = new();

        public long? FreeBytes(string path) => null;

        public IReadOnlyList<string> Names(string folder) => _real.Names(folder);

        public (long Bytes, DateTimeOffset ChangedAt)? Look(string path) => _real.Look(path);

        public Task<Core.Domain.DolbyVision.ProbeResult> ProbeAsync(string path, long? readableHead, CancellationToken cancellationToken) => _real.ProbeAsync(path, readableHead, cancellationToken);
    }

    /// <summary>Opens the data folder before anything reads from it.</summary>
    private sealed class OpenStorage(StorageSetup storage) : IHostedLifecycleService
    {
        public Task StartAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

        // Registered first, so it is waited for here before the loops' and the jobs' turn comes.
        public Task StartedAsync(CancellationToken cancellationToken) => storage.CheckedAsync();

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
