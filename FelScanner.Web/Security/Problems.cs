using System.Text.Json.Nodes;

namespace FelScanner.Web.Security;

/// <summary>RFC 9457 answers with a sentence a person can act on.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, int status, string sentence, IReadOnlyDictionary<string, object?>? members = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        return context.Response.WriteAsync(Of(status, sentence, members).ToJsonString(), context.RequestAborted);
    }

    /// <summary>A result for an endpoint to return.</summary>
    public static IResult Result(int status, string sentence, IReadOnlyDictionary<string, object?>? members = null) =>
        Results.Content(Of(status, sentence, members).ToJsonString(), ContentType, statusCode: status);

    /// <summary>A member named "status" takes the place of the number, which the response has anyway: a decision's answer says "approved" there.</summary>
    private static JsonObject Of(int status, string sentence, IReadOnlyDictionary<string, object?>? members)
    {
        var problem = new JsonObject
        {
            ["type"] = $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}",
            ["title"] = TitleOf(status),
            ["status"] = status,
            ["detail"] = sentence,
        };
        foreach (var (name, value) in members ?? new Dictionary<string, object?>())
            problem[name] = NodeOf(value);
        return problem;
    }

    private static JsonNode? NodeOf(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        IReadOnlyDictionary<string, IReadOnlyList<string>> sentences => SentencesOf(sentences),
        _ => throw new ArgumentException($"A problem cannot carry a {value.GetType().Name}.", nameof(value)),
    };

    private static JsonObject SentencesOf(IReadOnlyDictionary<string, IReadOnlyList<string>> sentences)
    {
        var node = new JsonObject();
        foreach (var (key, list) in sentences)
            node[key] = new JsonArray([.. list.Select(sentence => (JsonNode)JsonValue.Create(sentence)!)]);
        return node;
    }

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
        StatusCodes.Status503ServiceUnavailable => "Not ready",
        StatusCodes.Status507InsufficientStorage => "Too little space",
        _ => "Something went wrong",
    };
}
