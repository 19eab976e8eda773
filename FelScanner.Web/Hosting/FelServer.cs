using FelScanner.Core.Ports;
using FelScanner.Web.Cli;
using FelScanner.Web.Endpoints;
using FelScanner.Web.Hosting.Failpoints;
using FelScanner.Web.Live;
using FelScanner.Web.Security;
using Serilog;

namespace FelScanner.Web.Hosting;

/// <summary>Builds the server, the same for the command line, the demo and the tests.</summary>
public static class FelServer
{
    // Webhooks bring pictures with them; nothing else is near this size.
    private const long LargestBody = 2 * 1024 * 1024;

    // Together with what the jobs need to stop, the whole end stays under five seconds.
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(4);

    /// <param name="options">Folder, addresses, demo.</param>
    /// <param name="overrides">Registered last, so it wins: a test's fakes.</param>
    /// <exception cref="StartupFault">The data folder cannot be used.</exception>
    public static WebApplication Build(ServerOptions options, Action<IServiceCollection>? overrides = null)
    {
        DataFolder.Prepare(options.DataFolder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(FelServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        Listen(builder, options);
        AddLogs(builder, options);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(TimeProvider.System)
            .Configure<HostOptions>(host => host.ShutdownTimeout = EndWithin)
            .AddAccess()
            .AddApi()
            .AddComponents(options)
            .AddFelScanner(options)
            .AddFailpoints(Environment.GetEnvironmentVariable);
        overrides?.Invoke(builder.Services);
        return Assemble(builder.Build());
    }

    private static void Listen(WebApplicationBuilder builder, ServerOptions options)
    {
        // Neither the environment nor a stray appsettings.json may open another port or make the server believe forwarded headers.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
    }

    private static void AddLogs(WebApplicationBuilder builder, ServerOptions options)
    {
        var secrets = new SecretWords();
        var tail = new LogTail(secrets);
        var phase = new StartPhase();
        var logger = Logs.Open(options, secrets, tail, phase, Environment.GetEnvironmentVariable);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddSerilog(logger, dispose: true);
        builder.Services.AddSingleton(secrets).AddSingleton<ILogView>(tail).AddSingleton(phase);
    }

    private static WebApplication Assemble(WebApplication app)
    {
        // Uptime counts from here, not from whoever asks first.
        app.Services.GetRequiredService<ServerFacts>();
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartPhase>().End);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<TrustedProxies>();
        app.UseMiddleware<BasePath>();
        app.UseExceptionHandler();
        app.UseMiddleware<ApiProblems>();
        app.UseWhen(context => !Doors.IsForMachines(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseMiddleware<HubGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SetupGate>();
        app.UseMiddleware<LiveConnectionLog>();
        app.UseAntiforgery();
        app.UseMiddleware<ApiAntiforgery>();
        app.MapApi();
        app.MapComponents();
        return app;
    }
}
