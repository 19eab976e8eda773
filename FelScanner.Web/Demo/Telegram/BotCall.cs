using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>The parameters of one call, whichever way they came: JSON, a form, parts with a file, or the query.</summary>
internal sealed class BotCall
{
    private readonly JsonObject? _json;
    private readonly IFormCollection? _form;
    private readonly IQueryCollection _query;

    private BotCall(JsonObject? json, IFormCollection? form, IQueryCollection query) => (_json, _form, _query) = (json, form, query);

    public static async Task<BotCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
            return new BotCall(null, await request.ReadFormAsync(cancellationToken), request.Query);
        if (!request.HasJsonContentType() || request.ContentLength == 0)
            return new BotCall(null, null, request.Query);
        try
        {
            return new BotCall(await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject, null, request.Query);
        }
        catch (JsonException)
        {
            throw BotError.Bad("can't parse JSON object");
        }
    }

    /// <summary>The parameter as text, or null.</summary>
    public string? Text(string name)
    {
        if (_json is not null)
            return _json[name] is { } value ? value is JsonValue plain && plain.TryGetValue<string>(out var text) ? text : value.ToJsonString() : null;
        return _form is not null && _form.TryGetValue(name, out var field) ? field.ToString() : _query.TryGetValue(name, out var said) ? said.ToString() : null;
    }

    public long? Number(string name) => Text(name) is { } text ? Wire.ToLong(text) : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>The parameter as JSON; a form carries it as text.</summary>
    public JsonNode? Node(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw BotError.Bad($"can't parse {name} JSON object");
        }
    }

    public IFormFile? File(string name) => _form?.Files.GetFile(name);
}
