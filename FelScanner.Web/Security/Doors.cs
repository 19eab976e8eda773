using Microsoft.AspNetCore.Authorization;

namespace FelScanner.Web.Security;

/// <summary>What each kind of caller may reach. Everything that is not named here is closed: a route nobody thought of answers 401.</summary>
internal static class Doors
{
    /// <summary>Open to everybody; the two webhooks check their own secret.</summary>
    private static readonly string[] Open = ["/health/live", "/health/ready", "/login", "/setup", "/telegram/webhook"];
    private static readonly string[] OpenBelow = ["/api/webhooks/plex", "/api/webhooks/radarr"];
    private static readonly string[] Machines = ["/api", "/openapi", "/metrics", "/posters", "/health", "/telegram", HubGuard.Hub];

    public static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PublicAsset>() is not null
        || Open.Contains(context.Request.Path.Value?.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)
        || (HttpMethods.IsPost(context.Request.Method) && OpenBelow.Any(prefix => Below(context.Request.Path, prefix)));

    /// <summary>True for addresses that programs call: they get a status with problem details, never a redirect to a form.</summary>
    public static bool IsForMachines(PathString path) => Machines.Any(prefix => Below(path, prefix));

    public static bool MayPass(Person person, HttpRequest request) => person.Kind switch
    {
        PersonKind.Demo => true,
        // The simulated chat exists only in the demo.
        PersonKind.Owner => !Below(request.Path, "/demo"),
        _ when Below(request.Path, HubGuard.Hub) || Below(request.Path, "/api/access") => false,
        _ when person.MayWrite => IsForMachines(request.Path) || Reads(request),
        _ => IsForMachines(request.Path) && Reads(request),
    };

    private static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool Below(PathString path, string prefix) => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The one rule of access, for requests and for pages inside a circuit alike.</summary>
internal sealed class Allowed : IAuthorizationRequirement;

internal sealed class AllowedHandler : AuthorizationHandler<Allowed>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Allowed requirement)
    {
        var person = Person.Of(context.User);
        var allowed = context.Resource is HttpContext http
            ? Doors.IsOpen(http) || (person is not null && Doors.MayPass(person, http.Request))
            : person is { MayBrowse: true };
        if (allowed)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
