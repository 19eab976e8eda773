using FelScanner.Web.Cli;
using FelScanner.Web.Components;
using FelScanner.Web.Endpoints;
using FelScanner.Web.Live;
using FelScanner.Web.Live.Actions;

namespace FelScanner.Web.Hosting;

internal static class Pages
{
    public static IServiceCollection AddComponents(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(all => new AppFacts(ServerFacts.Version, all.GetRequiredService<Core.Settings.ISettings>().Current.Access.BasePath, options.Demo));
        return services.AddPages().AddActions();
    }

    public static void MapComponents(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
