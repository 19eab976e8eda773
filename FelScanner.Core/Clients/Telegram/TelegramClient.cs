using System.Net.Http.Json;
using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>What a method answered: its result, or the number and words of its refusal.</summary>
internal sealed record TelegramOutcome(bool Ok, JsonElement Result, int Code, string Description, Reply Reply)
{
    public bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Telegram's Bot API on the wire. The token is part of every address: none is ever logged. Source: core.telegram.org/bots/api.</summary>
internal sealed class TelegramClient(Wire wire)
{
    private static readonly RemoteService Service = RemoteService.Telegram;

    public TimeProvider Time => wire.Time;

    /// <summary>Calls a method; refusals of the content (400) are outcomes, everything else that fails is a fault.</summary>
    public Task<TelegramOutcome> CallAsync(
        TelegramSettings settings, string method, TelegramCall parameters, Patience patience, CancellationToken cancellationToken) =>
        SendAsync(settings, method, () => JsonContent.Create(parameters, TelegramContext.Default.TelegramCall), patience, cancellationToken);

    public async Task<TelegramOutcome> SendAsync(
        TelegramSettings settings, string method, Func<HttpContent> content, Patience patience, CancellationToken cancellationToken)
    {
        if (!settings.Token.IsSet)
            throw Faults.NoSecret(Service);
        var call = new WireCall(HttpMethod.Post, Addresses.Under(Service, settings.ApiUrl, $"bot{settings.Token.Reveal()}/{method}")) { Content = content, Patience = patience };
        var reply = await wire.SendAsync(Service, call, cancellationToken);
        return Judge(reply);
    }

    private TelegramOutcome Judge(Reply reply)
    {
        if (reply.Status is 502 or 503 or 504 || (reply.Status >= 500 && reply.LooksLikeHtml))
            throw Faults.Status(Service, reply, wire.Time);
        var answer = reply.Json(Service, TelegramContext.Default.TelegramAnswer) ?? throw Faults.BrokenJson(Service, reply.Address, new InvalidDataException("The answer is empty."));
        if (answer.Ok == true)
            return new TelegramOutcome(true, answer.Result, 200, "", reply);
        var code = answer.ErrorCode ?? reply.Status;
        var description = answer.Description ?? "";
        return TelegramFaults.Of(code, description, answer.Parameters, reply.RetryAfter(wire.Time)) is { } fault
            ? throw fault
            : new TelegramOutcome(false, answer.Result, code, description, reply);
    }
}
