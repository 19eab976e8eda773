using System.Text.Json;
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
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountForms();
        routes.MapHealth();
    }
}
