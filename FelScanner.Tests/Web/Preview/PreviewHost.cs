using System.Runtime.CompilerServices;
using FelScanner.Web.Components;
using FelScanner.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.Web.Preview;

/// <summary>The pages alone over the ports in memory, on a port of its own on loopback, under the strict policy.</summary>
internal sealed class PreviewHost : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private readonly WebApplication _app;

    private PreviewHost(WebApplication app, PreviewWorld world)
    {
        _app = app;
        World = world;
        Address = app.Urls.First();
    }

    public PreviewWorld World { get; }

    public string Address { get; }

    public static async Task<PreviewHost> StartAsync(PreviewWorld world, bool demo = false, string version = "0.1.0+preview", int port = 0)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "FelScanner.Tests", EnvironmentName = "Development", ContentRootPath = WebFolder(), WebRootPath = "wwwroot" });
        builder.Logging.ClearProviders();
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddPages();
        builder.Services.AddSingleton(new AppFacts(version, "", demo));
        builder.Services.AddAntiforgery();
        world.AddTo(builder.Services);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return next();
        });
        app.UseStaticFiles();
        app.UseAntiforgery();
        app.MapGet("/health/live", (HttpContext context, AppFacts facts) =>
        {
            context.Response.Headers[AppFacts.VersionHeader] = version;
            context.Response.Headers[AppFacts.RunHeader] = facts.Run;
        });
        app.MapGet("/posters/{id:long}", (long id) => Results.NotFound());
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        await app.StartAsync();
        return new PreviewHost(app, world);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string WebFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../FelScanner.Web"));
}
