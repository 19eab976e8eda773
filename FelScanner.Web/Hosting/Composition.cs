using FelScanner.Core.Clients;
using FelScanner.Core.Jobs;
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

    /// <summary>Opens the data folder before anything reads from it.</summary>
    private sealed class OpenStorage(StorageSetup storage) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => storage.RunAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
