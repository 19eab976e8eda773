using System.Globalization;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Takes what a person did in the chat: the press is answered first, then its effect is stored together with the offset.</summary>
public sealed class HandleChatUpdate(IChat chat, PressButton press, ChatCommands commands, INotebook notebook, ChatTools tools)
{
    private const string Unanswered = "telegram.answer";
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    /// <summary>Answers and applies a batch: all presses are answered before any of them is worked on.</summary>
    public async Task RunAsync(IReadOnlyList<ChatUpdate> updates, CancellationToken cancellationToken)
    {
        var answered = await Task.WhenAll(updates.Select(update => AnswerAsync(update, cancellationToken)));
        foreach (var (update, allowed) in updates.Zip(answered))
        {
            var next = update.UpdateId + 1;
            if (allowed && update is ChatUpdate.Press pressed)
                await press.RunAsync(pressed, next, cancellationToken);
            else if (allowed && update is ChatUpdate.Said said)
                await commands.RunAsync(said, cancellationToken);
            await RememberAsync(next, cancellationToken);
        }
    }

    public async Task<long> OffsetAsync(CancellationToken cancellationToken) =>
        long.TryParse(await notebook.ReadAsync(Notes.ChatOffset, cancellationToken), CultureInfo.InvariantCulture, out var offset) ? offset : 0;

    private async Task RememberAsync(long next, CancellationToken cancellationToken)
    {
        if (await OffsetAsync(cancellationToken) < next)
            await notebook.WriteAsync(Notes.ChatOffset, next.ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    /// <summary>True when the update may have an effect.</summary>
    private async Task<bool> AnswerAsync(ChatUpdate update, CancellationToken cancellationToken)
    {
        var allowed = Allowed(update);
        if (update is not ChatUpdate.Press pressed)
            return allowed;
        var (text, alert) = allowed ? await press.AnswerAsync(pressed, cancellationToken) : ("You are not an approver here.", true);
        await AnswerAsync(pressed.CallbackId, text, alert, cancellationToken);
        if (!allowed)
            await tools.Activity.AddAsync(new ActivityEntry("press_refused", $"{pressed.UserName} ({pressed.UserId})", "telegram", $"A press from a stranger or another chat ({pressed.ChatId}) was refused."), cancellationToken);
        return allowed;
    }

    /// <summary>The press counts even when its spinner cannot be stopped, or not in time.</summary>
    private async Task AnswerAsync(string callbackId, string text, bool alert, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(AnswerWithin, tools.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await chat.AnswerAsync(callbackId, text, alert, either.Token);
            tools.Findings.Clear(Unanswered);
        }
        catch (ServiceFault fault)
        {
            tools.Findings.Raise(Unanswered, FindingSeverity.Warning, fault.What, fault.Remedy);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            tools.Findings.Raise(Unanswered, FindingSeverity.Warning, "Telegram is slow to take the answers to presses.", "Nothing needs to be done: the presses count all the same.");
        }
    }

    private bool Allowed(ChatUpdate update)
    {
        var telegram = tools.Settings.Current.Telegram;
        var (chatId, privateChat, user) = update switch
        {
            ChatUpdate.Press p => (p.ChatId, p.PrivateChat, p.UserId),
            ChatUpdate.Said s => (s.ChatId, s.PrivateChat, s.UserId),
            _ => ("", false, 0L),
        };
        if (chatId != telegram.ChatId)
            return false;
        return telegram.AllowedUserIds.Count == 0 ? privateChat : telegram.AllowedUserIds.Contains(user);
    }
}

/// <summary>What the chat's handling needs beside its parts.</summary>
public sealed record ChatTools(ISettings Settings, IActivity Activity, IFindings Findings, TimeProvider Time);
