using System.Text.Json.Nodes;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FelScanner.Web.Endpoints;

/// <summary>Puts an example of its request and its answer beside every call of the OpenAPI document; examples.json holds them by method and path.</summary>
internal sealed class ApiExamples : IOpenApiOperationTransformer
{
    private const string Json = "application/json";
    private static readonly Lazy<JsonObject> All = new(Read);

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (All.Value[KeyOf(context)] is not JsonObject example)
            return Task.CompletedTask;
        if (example["request"] is { } request)
            PutRequest(operation, request);
        foreach (var (status, response) in operation.Responses ?? [])
            Put(response, status, example["response"]);
        return Task.CompletedTask;
    }

    private static string KeyOf(OpenApiOperationTransformerContext context) => $"{context.Description.HttpMethod} /{context.Description.RelativePath?.TrimEnd('/')}";

    private static void PutRequest(OpenApiOperation operation, JsonNode request)
    {
        operation.RequestBody ??= new OpenApiRequestBody { Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() } };
        if (operation.RequestBody.Content is not { } content)
            return;
        foreach (var media in content.Values.OfType<OpenApiMediaType>())
            media.Example = request.DeepClone();
    }

    private static void Put(IOpenApiResponse response, string status, JsonNode? example)
    {
        var isFine = status.StartsWith('2');
        if (isFine && example is not null && response is OpenApiResponse { Content: null or { Count: 0 } } bare && status != "204")
            bare.Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() };
        foreach (var (type, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            media.Example = isFine && type == Json ? example?.DeepClone() : type == Problems.ContentType ? Problem(status) : media.Example;
    }

    private static JsonObject Problem(string status) => new()
    {
        ["type"] = $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}",
        ["title"] = status,
        ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
        ["detail"] = "A sentence that says what is wrong and what to do.",
    };

    private static JsonObject Read()
    {
        using var stream = typeof(ApiExamples).Assembly.GetManifestResourceStream("FelScanner.Web.Endpoints.examples.json")
            ?? throw new InvalidOperationException("The examples are missing in this build.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
