using System.Globalization;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Takes what a person did in the chat: the press is answered first, then its effect is stored together with the offset.</summary>
public sealed class HandleChatUpdate(IChat chat, PressButton press, ChatCommands commands, INotebook notebook, ChatTools tools)
{
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
        {
            return allowed;
        }

        if (!allowed)
            await tools.Activity.AddAsync(new ActivityEntry("press_refused", $"{pressed.UserName} ({pressed.UserId})", "telegram", $"A press from a stranger or another chat ({pressed.ChatId}) was refused."), cancellationToken);
        var (text, alert) = allowed ? await press.AnswerAsync(pressed, cancellationToken) : ("You are not an approver here.", true);
        try
        {
            await chat.AnswerAsync(pressed.CallbackId, text, alert, cancellationToken);
            tools.Findings.Clear("telegram.answer");
        }
        catch (ServiceFault fault)
        {
            // The press counts even when its spinner cannot be stopped.
            tools.Findings.Raise("telegram.answer", FindingSeverity.Warning, fault.What, fault.Remedy);
        }

        return allowed;
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
public sealed record ChatTools(ISettings Settings, IActivity Activity, IFindings Findings);
