using System.Globalization;
using FelScanner.Web.Demo.Telegram;
using Microsoft.AspNetCore.Components;

namespace FelScanner.Web.Demo;

/// <summary>The phone of the demo's visitor: the chat with the bot, live, with buttons that really press.</summary>
public sealed partial class TelegramPage
{
    private const int Shown = 60;
    private (int Message, string Data, string Query)? _press;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    /// <summary>Null outside the demo.</summary>
    private SimTelegram? Chat { get; set; }

    /// <summary>Newest first: the list is drawn from its foot upwards, so that the newest stays in sight.</summary>
    private IEnumerable<SimMessage> Messages => Chat?.Messages.TakeLast(Shown).Reverse() ?? [];

    private string Words { get; set; } = "";

    /// <summary>The bot's answer to the latest press.</summary>
    private string? Toast =>
        _press is { } press && Chat!.Answers.TryGetValue(press.Query, out var answer) && answer.Text.Length > 0 ? answer.Text : null;

    public void Dispose()
    {
        if (Chat is not null)
            Chat.Changed -= OnChanged;
    }

    protected override void OnInitialized()
    {
        Chat = Services.GetService<DemoStage>()?.Telegram;
        if (Chat is not null)
            Chat.Changed += OnChanged;
    }

    private void OnChanged(object? sender, EventArgs change) => _ = InvokeAsync(StateHasChanged);

    private bool IsBusy(SimMessage message, SimButton button) =>
        _press is { } press && press.Message == message.Id && press.Data == button.Data && !Chat!.Answers.ContainsKey(press.Query);

    private void Press(SimMessage message, SimButton button) =>
        _press = (message.Id, button.Data!, Chat!.Press(message.Id, button.Data!));

    private void Say()
    {
        if (Words.Trim().Length > 0)
            Chat!.Say(Words.Trim());
        Words = "";
    }

    private static string Clock(SimMessage message) => message.SentAt.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture);
}
