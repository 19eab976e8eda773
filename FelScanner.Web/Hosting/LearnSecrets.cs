using FelScanner.Core.Settings;

namespace FelScanner.Web.Hosting;

/// <summary>Keeps the logs' second wall informed of every secret in force.</summary>
internal sealed class LearnSecrets(ISettings settings, SecretWords secrets) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Learn();
        settings.Changed += Learn;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        settings.Changed -= Learn;
        return Task.CompletedTask;
    }

    private void Learn() => secrets.Learn(settings.Current);
}
