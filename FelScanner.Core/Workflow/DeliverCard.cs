using System.Security.Cryptography;
using System.Text;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Sends a card's message the first time and edits it ever after. A message that is gone is replaced while something still waits on it.</summary>
public sealed class DeliverCard(IOutbox outbox, IRequests requests, IChat chat, FindPoster posters, CardTools tools)
{
    public async Task RunAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var all = await requests.OfCardAsync(row.Item.Key, cancellationToken);
        var chatId = tools.Settings.Current.Telegram.ChatId;
        var place = await outbox.PlaceAsync(row.Item.Key, chatId, cancellationToken);
        if (all.Count == 0 || (place is null && !all.Any(IsNews)))
        {
            await outbox.DoneAsync(row, null, cancellationToken);
            return;
        }

        var message = await MessageAsync(all, cancellationToken);
        var digest = Digest(message);
        if (place?.Digest == digest)
            await outbox.DoneAsync(row, null, cancellationToken);
        else
            await outbox.DoneAsync(row, await TellAsync(row.Item.Key, all, message, digest, place, cancellationToken), cancellationToken);
    }

    private async Task<CardPlace> TellAsync(string cardId, IReadOnlyList<DownloadRequest> all, ChatMessage message, string digest, CardPlace? place, CancellationToken cancellationToken)
    {
        if (place is not null && (await chat.EditAsync(place.Place, message, cancellationToken) == EditOutcome.Edited || !all.Any(IsNews)))
            return place with { Digest = digest };
        var photo = await posters.OfAsync(all[0].FilmId, all[0].RadarrId, cancellationToken);
        var sent = await chat.SendAsync(message with { Photo = photo }, cancellationToken);
        return new CardPlace(cardId, sent, digest, tools.Time.GetUtcNow());
    }

    private async Task<ChatMessage> MessageAsync(IReadOnlyList<DownloadRequest> all, CancellationToken cancellationToken)
    {
        var waiting = all.FirstOrDefault(r => r.Status == RequestStatus.Pending);
        var space = waiting is null ? null : await tools.Space.ForAsync(waiting, cancellationToken);
        return RequestMessage.Of(all, space, tools.Settings.Current.Access.PublicUrl, tools.Time.GetUtcNow());
    }

    /// <summary>Worth a message of its own when there is none yet: something waits, runs or hangs.</summary>
    private static bool IsNews(DownloadRequest request) => request.Status is not (RequestStatus.Declined or RequestStatus.Expired or RequestStatus.Stopped or RequestStatus.Queued);

    /// <summary>What the message shows but for the time left, which alone is no reason for an edit.</summary>
    private static string Digest(ChatMessage message)
    {
        var lines = message.Html.Split('\n').Where(line => !line.StartsWith("Decide within", StringComparison.Ordinal) && !line.Contains("free afterwards", StringComparison.Ordinal));
        var buttons = message.Buttons.SelectMany(row => row).Select(b => b.Text + b.Data);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Concat(buttons)))))[..16];
    }
}

/// <summary>What a card needs beside its stores.</summary>
public sealed record CardTools(ISettings Settings, MeasureSpace Space, TimeProvider Time);

/// <summary>The picture of a film from Plex, else from Radarr; a service that fails just gives none.</summary>
public sealed class FindPoster(ILibrary library, IPlexLibrary plex, IRadarr radarr, ISettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Poster?> OfAsync(long? filmId, int? radarrId, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var key = filmId is { } id && settings.Current.Plex.Url.Length > 0 ? (await library.FindAsync(id, patience.Token))?.PlexKeys.FirstOrDefault() : null;
            var poster = key is null ? null : await plex.PosterAsync(key, patience.Token);
            return poster ?? (radarrId is { } radarrFilm && settings.Current.Radarr.Url.Length > 0 ? await radarr.PosterAsync(radarrFilm, patience.Token) : null);
        }
        catch (ServiceFault)
        {
            // The text is what matters: a message without its picture is still a message.
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
