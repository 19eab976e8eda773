using System.Text.Json;
using System.Text.Json.Serialization;

namespace FelScanner.Core.Clients.Telegram;

internal sealed record TelegramAnswer
{
    public bool? Ok { get; init; }
    public JsonElement Result { get; init; }
    public int? ErrorCode { get; init; }
    public string? Description { get; init; }
    public TelegramParameters? Parameters { get; init; }
}

internal sealed record TelegramParameters(double? RetryAfter, long? MigrateToChatId);

internal sealed record TelegramUpdate
{
    public long? UpdateId { get; init; }
    public TelegramMessage? Message { get; init; }
    public TelegramCallback? CallbackQuery { get; init; }
}

internal sealed record TelegramMessage
{
    public long MessageId { get; init; }
    public TelegramUser? From { get; init; }
    public TelegramChat? Chat { get; init; }
    public string? Text { get; init; }
}

internal sealed record TelegramCallback
{
    public string? Id { get; init; }
    public TelegramUser? From { get; init; }
    public TelegramMessage? Message { get; init; }
    public string? Data { get; init; }
}

internal sealed record TelegramUser(long Id, string? Username, string? FirstName, string? LastName);

internal sealed record TelegramChat(long Id, string? Type);

internal sealed record TelegramButton(string Text, string? CallbackData, string? Url);

internal sealed record TelegramKeyboard(IReadOnlyList<IReadOnlyList<TelegramButton>> InlineKeyboard);

internal sealed record TelegramPreview(bool IsDisabled);

/// <summary>The parameters of every method used; what is null is not sent.</summary>
internal sealed record TelegramCall
{
    public object? ChatId { get; init; }
    public long? MessageId { get; init; }
    public string? Text { get; init; }
    public string? Caption { get; init; }
    public string? ParseMode { get; init; }
    public TelegramKeyboard? ReplyMarkup { get; init; }
    public TelegramPreview? LinkPreviewOptions { get; init; }
    public string? CallbackQueryId { get; init; }
    public bool? ShowAlert { get; init; }
    public long? Offset { get; init; }
    public int? Limit { get; init; }
    public int? Timeout { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
    public string? Url { get; init; }
    public string? SecretToken { get; init; }
    public bool? DropPendingUpdates { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TelegramAnswer))]
[JsonSerializable(typeof(TelegramUpdate))]
[JsonSerializable(typeof(TelegramCall))]
[JsonSerializable(typeof(TelegramKeyboard))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
internal sealed partial class TelegramContext : JsonSerializerContext;
