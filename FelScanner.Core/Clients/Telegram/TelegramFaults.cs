using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>What Telegram's refusals mean; null for those that the caller must judge.</summary>
internal static class TelegramFaults
{
    private const string Id = "telegram";

    public static ServiceFault? Of(int code, string description, TelegramParameters? parameters, TimeSpan? header) => code switch
    {
        _ when parameters?.MigrateToChatId is { } moved => new(Id, FaultKind.Refused,
            $"The group became a supergroup; its new id is {moved}.", $"Enter {moved} as telegram_chat_id."),
        401 or 404 => new(Id, FaultKind.Unauthorised, "Telegram does not accept the bot's token.", "Copy the token from @BotFather into telegram_token again."),
        403 => new(Id, FaultKind.Forbidden, "Telegram forbids the bot to write there: it was blocked or removed from the chat.",
            "Unblock the bot, or add it to the group again."),
        409 => new(Id, FaultKind.Conflict, description.Contains("webhook", StringComparison.OrdinalIgnoreCase)
                ? "Telegram delivers this bot's updates to a webhook, so they cannot be fetched."
                : "Another program fetches this bot's updates.",
            "Give this program a bot of its own, stop the other program, or choose the webhook mode."),
        429 => new(Id, FaultKind.RateLimited, "Telegram asks for a pause: too many messages.", "Nothing needs to be done: what waits is sent later.")
        { RetryAfter = Pause(parameters, header) },
        400 when description.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => new(Id, FaultKind.NotFound,
            "Telegram does not know the chat.", "Write to the bot once (or add it to the group), and check telegram_chat_id."),
        400 => null,
        >= 500 => new(Id, FaultKind.BadAnswer, $"Telegram reports an error of its own ({code}).", "Nothing needs to be done: it is tried again later."),
        _ => null,
    };

    public static ServiceFault Refused(TelegramOutcome outcome) => new(Id, FaultKind.Refused,
        $"Telegram refused the call: {(outcome.Description.Length == 0 ? outcome.Code.ToString(System.Globalization.CultureInfo.InvariantCulture) : outcome.Description)}.",
        "Check telegram_chat_id and the bot's rights in that chat.");

    private static TimeSpan Pause(TelegramParameters? parameters, TimeSpan? header) =>
        parameters?.RetryAfter is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 86400)) : header ?? TimeSpan.FromSeconds(5);
}
