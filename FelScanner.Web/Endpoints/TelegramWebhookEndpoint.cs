using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>POST /telegram/webhook: only in webhook mode, only with the secret, answered within a second.</summary>
internal static class TelegramWebhookEndpoint
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int LargestUpdate = 64 * 1024;

    public static void MapTelegramWebhook(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/telegram/webhook", TakeAsync).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpContext context, ISettings settings, IChat chat, WebhookUpdates updates, CancellationToken cancellationToken)
    {
        var telegram = settings.Current.Telegram;
        if (telegram.Mode != "webhook")
            return Problems.Result(StatusCodes.Status404NotFound, "Telegram's messages are fetched here: telegram_mode is not webhook.");
        if (!Digest.Same(telegram.WebhookSecret.Reveal(), context.Request.Headers[SecretHeader]))
            return Problems.Result(StatusCodes.Status401Unauthorized, $"The {SecretHeader} header is missing or wrong.");
        if (await BoundedBody.ReadAsync(context, LargestUpdate, cancellationToken).ConfigureAwait(false) is not { } body)
            return Problems.Result(StatusCodes.Status413PayloadTooLarge, "An update is smaller than this.");
        if (chat.Read(body) is not { } update)
            return Problems.Result(StatusCodes.Status400BadRequest, "This is no update of the Bot API.");
        return await updates.TakeAsync(update).ConfigureAwait(false)
            ? Results.Ok()
            : Problems.Result(StatusCodes.Status503ServiceUnavailable, "Not stored yet: deliver it again.");
    }
}

/// <summary>
/// Applies the updates that the webhook brings. What takes longer than Telegram should wait goes on by itself; until it is done the answer is
/// "deliver again", so that nothing is lost when the process ends meanwhile.
/// </summary>
internal sealed partial class WebhookUpdates(HandleChatUpdate handle, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WebhookUpdates> logger)
{
    private const int Remembered = 1000;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMilliseconds(800);
    private readonly Dictionary<long, Task> _taken = [];
    private readonly Queue<long> _order = new();
    private readonly Lock _lock = new();

    /// <summary>True once the update's effect is stored. The same update again waits for the first, and has no second effect.</summary>
    public async Task<bool> TakeAsync(ChatUpdate update)
    {
        var work = WorkOf(update);
        try
        {
            await work.WaitAsync(AnswerWithin, time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception fault) when (work.IsFaulted || work.IsCanceled)
        {
            LogFailed(logger, fault, update.UpdateId);
            Forget(update.UpdateId);
            return false;
        }
    }

    private Task WorkOf(ChatUpdate update)
    {
        lock (_lock)
        {
            if (_taken.TryGetValue(update.UpdateId, out var known))
                return known;
            if (_order.Count == Remembered)
                _taken.Remove(_order.Dequeue());
            _order.Enqueue(update.UpdateId);
            return _taken[update.UpdateId] = Task.Run(() => handle.RunAsync([update], lifetime.ApplicationStopping));
        }
    }

    private void Forget(long updateId)
    {
        lock (_lock)
            _taken.Remove(updateId);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {UpdateId} of the chat could not be applied; it will be delivered again.")]
    private static partial void LogFailed(ILogger logger, Exception exception, long updateId);
}
