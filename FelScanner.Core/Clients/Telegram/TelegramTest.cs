using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>Tests the bot's token; writes nothing to the chat.</summary>
internal sealed class TelegramTest(TelegramClient client) : IConnectionTest
{
    public string Service => RemoteService.Telegram.Id;

    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken) =>
        settings.Telegram.IsConfigured
            ? [await Reports.TryAsync(RemoteService.Telegram, client.Time, () => LookAsync(settings.Telegram, cancellationToken))]
            : [Reports.Disabled(RemoteService.Telegram)];

    private async Task<ConnectionReport> LookAsync(TelegramSettings own, CancellationToken cancellationToken)
    {
        var outcome = await client.CallAsync(own, "getMe", new TelegramCall(), Patience.Test, cancellationToken);
        if (!outcome.Ok)
            throw TelegramFaults.Refused(outcome);
        var name = outcome.Result.ValueKind == JsonValueKind.Object && outcome.Result.TryGetProperty("username", out var user) ? user.ToString() : "";
        return new ConnectionReport
        {
            Service = Service,
            Status = ConnectionStatus.Connected,
            Message = name.Length > 0 ? $"Connected as @{name}." : "Connected.",
            Extra = new Dictionary<string, object?> { ["bot_name"] = name },
        };
    }
}
