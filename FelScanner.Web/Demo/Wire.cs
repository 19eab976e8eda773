using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo;

/// <summary>Short forms for writing answers.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string ToInvariant(this IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    public static Task AnswerAsync(this HttpContext context, int status, string body = "", string contentType = "text/plain; charset=UTF-8")
    {
        context.Response.StatusCode = status;
        if (body.Length == 0)
            return Task.CompletedTask;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public static Task JsonAsync(this HttpContext context, JsonNode node, int status = 200, bool indented = false) =>
        context.AnswerAsync(status, node.ToJsonString(indented ? Indented : null), "application/json");

    public static async Task BytesAsync(this HttpContext context, byte[] bytes, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The query value, or "".</summary>
    public static string Query(this HttpContext context, string name) => context.Request.Query[name].ToString();

    public static string Route(this HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    public static int? ToInt(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? ToLong(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Puts a value in only when there is one.</summary>
    public static JsonObject With(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
            target[name] = value;
        return target;
    }

    public static JsonArray ToArray(this IEnumerable<JsonNode?> nodes) => new([.. nodes]);
}
