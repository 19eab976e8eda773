namespace FelScanner.Core.Ports;

/// <summary>A button under a message: its text and the data that comes back (1–64 bytes), or an address to open.</summary>
public sealed record ChatButton(string Text, string? Data, string? Url = null);

/// <summary>A message as it should look: HTML (only &lt;b&gt;, &lt;i&gt;, &lt;code&gt;, &lt;a&gt;), rows of buttons, and perhaps a picture.</summary>
public sealed record ChatMessage(string Html, IReadOnlyList<IReadOnlyList<ChatButton>> Buttons, Poster? Photo = null);

/// <summary>Where a message stands. <paramref name="HasPhoto"/>: its text is a caption.</summary>
public sealed record ChatPlace(string ChatId, long MessageId, bool HasPhoto);

public enum EditOutcome
{
    Edited,

    /// <summary>Deleted, too old or gone: a new message may take its place.</summary>
    Gone,
}

/// <summary>Something a person did in the chat.</summary>
public abstract record ChatUpdate(long UpdateId)
{
    /// <summary>A press on a button.</summary>
    public sealed record Press(long UpdateId, string CallbackId, string ChatId, bool PrivateChat, long MessageId, long UserId, string UserName, string Data)
        : ChatUpdate(UpdateId);

    /// <summary>A text message, a command among them.</summary>
    public sealed record Said(long UpdateId, string ChatId, bool PrivateChat, long UserId, string UserName, string Text) : ChatUpdate(UpdateId);

    /// <summary>Anything else; only its id matters.</summary>
    public sealed record Other(long UpdateId) : ChatUpdate(UpdateId);
}

/// <summary>The chat with buttons: Telegram. Every call may throw a <see cref="ServiceFault"/>.</summary>
public interface IChat
{
    /// <summary>Sends to the configured chat. A photo that is refused is left out.</summary>
    Task<ChatPlace> SendAsync(ChatMessage message, CancellationToken cancellationToken);

    Task<EditOutcome> EditAsync(ChatPlace place, ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Stops the press's spinner with a word. A press too old to answer is no fault.</summary>
    Task AnswerAsync(string callbackId, string text, bool alert, CancellationToken cancellationToken);

    /// <summary>Long poll: what came after <paramref name="offset"/> − 1. Naming a higher offset confirms what came before.</summary>
    Task<IReadOnlyList<ChatUpdate>> UpdatesAsync(long offset, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Reads one update as the webhook delivers it; null when it is none.</summary>
    ChatUpdate? Read(ReadOnlySpan<byte> json);

    /// <summary>Registers or removes the webhook; only when a person asked or the mode is "webhook".</summary>
    Task SetWebhookAsync(string? url, string secret, CancellationToken cancellationToken);
}
