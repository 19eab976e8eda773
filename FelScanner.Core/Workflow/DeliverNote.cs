using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Sends a message beside the cards. One that asks whether to keep a download is edited once that is answered, so that its buttons do not outlive the question.</summary>
public sealed class DeliverNote(IOutbox outbox, IRequests requests, IChat chat, CardTools tools)
{
    public async Task RunAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (NoteText.UnmaskedRequest(row.Item.Key) is { } id && await requests.FindAsync(id, cancellationToken) is { } request)
        {
            await outbox.DoneAsync(row, await AskAsync(row.Item.Key, NoteText.Unmasked(request), cancellationToken), cancellationToken);
            return;
        }

        await chat.SendAsync(new ChatMessage(row.Item.Payload!, []), cancellationToken);
        await outbox.DoneAsync(row, null, cancellationToken);
    }

    private async Task<CardPlace> AskAsync(string key, ChatMessage message, CancellationToken cancellationToken)
    {
        var place = await outbox.PlaceAsync(key, tools.Settings.Current.Telegram.ChatId, cancellationToken);
        if (place is null)
            return new CardPlace(key, await chat.SendAsync(message, cancellationToken), "", tools.Time.GetUtcNow());
        // One that was deleted stays deleted: the card itself tells how it stands.
        await chat.EditAsync(place.Place, message, cancellationToken);
        return place;
    }
}
