using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace FelScanner.Web.Security;

/// <summary>RFC 9457 answers with a sentence a person can act on.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, int status, string sentence, IReadOnlyDictionary<string, object?>? members = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Of(status, sentence, members), ProblemJson.Default.ProblemDetails, ContentType, context.RequestAborted);
    }

    /// <summary>A result for an endpoint to return.</summary>
    public static IResult Result(int status, string sentence, IReadOnlyDictionary<string, object?>? members = null) =>
        Results.Json(Of(status, sentence, members), ProblemJson.Default.ProblemDetails, ContentType, status);

    private static ProblemDetails Of(int status, string sentence, IReadOnlyDictionary<string, object?>? members) => new()
    {
        Status = status,
        Title = TitleOf(status),
        Detail = sentence,
        Extensions = new Dictionary<string, object?>(members ?? new Dictionary<string, object?>(), StringComparer.Ordinal),
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Bad request",
        StatusCodes.Status401Unauthorized => "Not signed in",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Method not allowed",
        StatusCodes.Status409Conflict => "Too late",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not JSON",
        StatusCodes.Status429TooManyRequests => "Too many attempts",
        StatusCodes.Status502BadGateway => "A service failed",
        StatusCodes.Status507InsufficientStorage => "Too little space",
        _ => "Something went wrong",
    };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ProblemJson : JsonSerializerContext;
