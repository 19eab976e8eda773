namespace FelScanner.Web.Demo.Telegram;

/// <summary>How the simulated Bot API is set up.</summary>
public sealed record TelegramOptions
{
    public string Token { get; init; } = "123456:demo-AAE0eXAmPl3T0k3nF0rTh3Dem0";
    public string BotName { get; init; } = "felscanner_demo_bot";
    public long ChatId { get; init; } = 4242;
    public string ChatTitle { get; init; } = "Films at home";

    /// <summary>"private", "group" or "supergroup"; a private chat has the number of its person.</summary>
    public string ChatType { get; init; } = "private";

    /// <summary>How long a press may be answered.</summary>
    public TimeSpan QueryLifetime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The real service takes https addresses only; a webhook on loopback is allowed for tests.</summary>
    public bool AllowLoopbackWebhook { get; init; } = true;
}
