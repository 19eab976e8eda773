using FelScanner.Web.Cli;

namespace FelScanner.Web.Hosting;

/// <summary>The one place that knows every part of the product.</summary>
public static class Composition
{
    public static IServiceCollection AddFelScanner(this IServiceCollection services, ServerOptions options) => services;
}
