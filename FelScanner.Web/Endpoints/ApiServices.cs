using System.Text.Json;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Hosting;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        // So that a bad body is told in a sentence, in every environment.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.Converters.Add(new UtcTime());
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddOpenApi("v1", options => options.AddDocumentTransformer<ApiDescription>().AddOperationTransformer<ApiExamples>());
        return services
            .AddSingleton<ServerFacts>().AddSingleton<OwnerKey>()
            .AddSingleton<WebhookUpdates>().AddSingleton<IncomingHooks>().AddSingleton<HookTools>().AddSingleton<PosterShelf>()
            .AddSingleton<MetricSources>().AddSingleton<HealthBoards>();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountForms();
        routes.MapHealth();
        routes.MapMetrics();
        routes.MapPosters();
        routes.MapTelegramWebhook();
        routes.MapOpenApi("/openapi/{documentName}.json");
        var api = routes.MapGroup("/api").ProducesProblem(401).ProducesProblem(403);
        api.MapStatus();
        api.MapConnections();
        api.MapSettings();
        api.MapReleases();
        api.MapDownloads();
        api.MapLibrary();
        api.MapReports();
        api.MapJobs();
        api.MapAccess();
        api.MapIncomingWebhooks();
    }
}
