using FelScanner.Core.Settings;
using FelScanner.Web.Cli;
using FelScanner.Web.Components;
using FelScanner.Web.Live;
using FelScanner.Web.Live.Actions;
using FelScanner.Web.Security;

namespace FelScanner.Web.Hosting;

/// <summary>Puts the pages, their live connection and their static files on the server.</summary>
internal static class Pages
{
    /// <summary>The pages, and what they must know of the server itself.</summary>
    public static IServiceCollection AddComponents(this IServiceCollection services, ServerOptions options) => services
        .AddPages()
        .AddActions()
        .AddSingleton(all => new AppFacts(ServerFacts.Version, BasePath.PrefixOf(all.GetRequiredService<ISettings>().Current.Access.BasePath).Value ?? "", options.Demo));

    public static void MapComponents(this WebApplication app)
    {
        // The same for everybody, and needed by the sign-in page: they are open.
        app.MapStaticAssets().WithMetadata(new PublicAsset());
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // Our own policy, set on every answer, says the same and more.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
    }
}
