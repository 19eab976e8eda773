using FelScanner.Web.Live.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace FelScanner.Web.Live;

/// <summary>Everything the pages need that is not a port.</summary>
public static class ServicesOfPages
{
    /// <summary>
    /// Adds the pages. The caller adds <see cref="AppFacts"/>, the ports, <see cref="IJobsView"/>, <see cref="ILogView"/>, <see cref="ISpaceView"/>,
    /// <see cref="IAccessActions"/>, <see cref="IRequestActions"/>, <see cref="IReleaseActions"/>, <see cref="ILibraryActions"/>, <see cref="ILibraryView"/>, <see cref="IJobActions"/> and <see cref="ISettingsActions"/>.
    /// </summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub =>
        {
            // Short enough that a phone which slept finds out within the page's three seconds.
            hub.KeepAliveInterval = TimeSpan.FromSeconds(4);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            hub.MaximumReceiveMessageSize = 256 * 1024;
        });
        services.AddRadzenComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PanelMemory>();
        services.AddSingleton<Reports.ReportSource>();
        services.AddScoped<Viewer>();
        services.AddScoped<Attention>();
        services.AddScoped<Toasts>();
        services.AddScoped<SecondThoughts>();
        services.AddScoped<Expected>();
        services.AddScoped<SettingsForm>();
        return services;
    }
}
