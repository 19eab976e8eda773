using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>A call that the Bot API refuses, with its own words.</summary>
internal sealed class BotError(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject Json => new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = Message }.With("parameters", parameters?.DeepClone());

    public static BotError Bad(string what) => new(400, $"Bad Request: {what}");
}
