using System.Text;
using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>Delivers updates to the bot's own address, one after the other; what is not answered with 2xx is delivered again a little later.</summary>
internal sealed class BotWebhook(BotUpdates updates, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private CancellationTokenSource _stop = new();
    private Task _delivering = Task.CompletedTask;
    private string _secret = "";
    private string? _lastError;
    private DateTimeOffset _lastErrorAt;

    public string Url { get; private set; } = "";

    public bool IsSet => Url.Length > 0;

    public JsonObject Info
    {
        get
        {
            var info = new JsonObject { ["url"] = Url, ["has_custom_certificate"] = false, ["pending_update_count"] = updates.Count };
            if (_lastError is not null)
                info.With("last_error_date", _lastErrorAt.ToUnixTimeSeconds()).With("last_error_message", _lastError);
            return IsSet ? info.With("max_connections", 40) : info;
        }
    }

    public async Task SetAsync(string url, string secret)
    {
        await _stop.CancelAsync();
        await _delivering;
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        (Url, _secret, _lastError) = (url, secret, null);
        _delivering = IsSet ? DeliverAsync(_stop.Token) : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _delivering;
        _stop.Dispose();
        _http.Dispose();
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        try
        {
            while (true)
            {
                await updates.Arrival().WaitAsync(cancellationToken);
                if (updates.Oldest() is not { } next)
                    continue;
                if (await TryPostAsync(next.Update, cancellationToken))
                {
                    updates.Confirm(next.Id + 1);
                    pause = FirstPause;
                    continue;
                }
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The webhook was changed or the service stops.
        }
    }

    private async Task<bool> TryPostAsync(JsonObject update, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json") };
            if (_secret.Length > 0)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _secret);
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return true;
            Note($"Wrong response from the webhook: {((int)response.StatusCode).ToInvariant()} {response.ReasonPhrase}");
        }
        catch (HttpRequestException fault)
        {
            Note($"Connection failed: {fault.HttpRequestError}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Note("Read timeout expired");
        }
        return false;
    }

    private void Note(string error) => (_lastError, _lastErrorAt) = (error, time.GetUtcNow());
}
