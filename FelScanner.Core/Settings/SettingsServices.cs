using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Settings;

/// <summary>Registers the settings and the key ring that seals their secrets.</summary>
public static class SettingsServices
{
    /// <summary>The key ring's folder inside the data folder.</summary>
    public const string KeyFolder = "keys";

    public static IServiceCollection AddFelSettings(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddFelKeyRing(dataFolder);
        services.AddSingleton<SettingsFile>(all => new(
            dataFolder, all.GetRequiredService<IDataProtectionProvider>(), Environment.GetEnvironmentVariable, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<SettingsFile>>()));
        services.AddSingleton<ISettings>(all => all.GetRequiredService<SettingsFile>());
        return services;
    }

    /// <summary>Data protection with its keys in the data folder; also what the verbs need that start no server.</summary>
    public static IServiceCollection AddFelKeyRing(this IServiceCollection services, string dataFolder)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), KeyFolder);
        services.AddDataProtection().SetApplicationName("FelScanner").PersistKeysToFileSystem(new DirectoryInfo(folder));
        return services;
    }
}
