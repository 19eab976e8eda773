using FelScanner.Web.Hosting;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FelScanner.Web.Endpoints;

/// <summary>Adds to the OpenAPI document what the routes cannot say: the title, the key, and what holds for every call.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    private const string SchemeName = "ApiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "FelScanner",
            Version = ServerFacts.Version,
            Description = "Finds Dolby Vision FEL upgrades for a Plex library and asks before it downloads. JSON is snake_case, times are ISO 8601 UTC, sizes are bytes. "
                + "Errors are problem details (RFC 9457). Lists with a page take page (from 1) and page_size (50, at most 200).",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeys.Header,
            Description = "The generated key or a named one (read-only keys only GET); a browser's session needs an antiforgery token for changes.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] }];
        return Task.CompletedTask;
    }
}
