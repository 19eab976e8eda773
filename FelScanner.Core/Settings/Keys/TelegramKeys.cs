using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

internal static class TelegramKeys
{
    private static readonly KeyGroup Telegram = new("telegram", SettingsCatalogue.Connections);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Telegram.Secret("telegram_token", "Bot token", "The token that @BotFather gave you for your bot.", (s, v) => s with { Telegram = s.Telegram with { Token = v } }),
        Telegram.Text("telegram_chat_id", "", "Chat", "The number of the chat that is asked, or @name of a channel; groups begin with a minus sign.", (s, v) => s with { Telegram = s.Telegram with { ChatId = v } }, TextRules.ChatId, numbersToo: true),
        Telegram.Key<IReadOnlyList<long>>("telegram_allowed_user_ids", SettingKind.Numbers, [], "Approvers", "The numbers of the Telegram users who may decide; empty means anyone in a private chat and nobody in a group.", (s, v) => s with { Telegram = s.Telegram with { AllowedUserIds = v } }, new NumbersType()),
        Telegram.Choice("telegram_mode", ["polling", "webhook"], "Mode", "Polling asks Telegram for news and works everywhere; webhook needs an address that Telegram can reach.", (s, v) => s with { Telegram = s.Telegram with { Mode = v } }),
        Telegram.Url("telegram_webhook_url", "", "Webhook address", "The public address of this program's /telegram/webhook; used in webhook mode only.", (s, v) => s with { Telegram = s.Telegram with { WebhookUrl = v } }),
        Telegram.Secret("telegram_webhook_secret", "Webhook secret", "What Telegram sends along so that nobody else can post; made at the first start.", (s, v) => s with { Telegram = s.Telegram with { WebhookSecret = v } }, TextRules.WebhookSecret),
        Telegram.Url("telegram_api_url", "https://api.telegram.org", "API address", "The address of the Bot API; change it only for a Bot API server of your own.", (s, v) => s with { Telegram = s.Telegram with { ApiUrl = v } }),
    ];
}
