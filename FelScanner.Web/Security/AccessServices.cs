using FelScanner.Core.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace FelScanner.Web.Security;

internal static class AccessServices
{
    /// <summary>Closed by default: one rule stands behind every endpoint and every page, named or not.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(Person.Scheme).AddScheme<AuthenticationSchemeOptions, AccessHandler>(Person.Scheme, null);
        var allowed = new AuthorizationPolicyBuilder(Person.Scheme).AddRequirements(new Allowed()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(allowed).SetFallbackPolicy(allowed);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "felscanner_antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Ours is stricter, and on every answer.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddCascadingAuthenticationState();
        return services
            .AddSingleton<IAuthorizationHandler, AllowedHandler>()
            .AddSingleton<Passwords>().AddSingleton<Throttle>().AddSingleton<Owner>()
            .AddSingleton<LiveConnections>().AddSingleton<Sessions>().AddSingleton<ApiKeys>().AddSingleton<ProxySignIn>().AddSingleton<Callers>()
            .AddSingleton<AccessHints>().AddSingleton<AccessFindings>().AddSingleton<IHealthWatch, WatchAccess>()
            .AddScoped<AuthenticationStateProvider, CircuitAccess>()
            .AddScoped(services => new CurrentPerson(services.GetRequiredService<AuthenticationStateProvider>(), services.GetRequiredService<Sessions>(), services.GetRequiredService<ProxySignIn>()))
            .AddScoped<Microsoft.AspNetCore.Components.Server.Circuits.CircuitHandler, EveryAction>()
            .AddHostedService<SessionWatch>();
    }
}
