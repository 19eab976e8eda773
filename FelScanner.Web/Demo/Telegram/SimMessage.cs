namespace FelScanner.Web.Demo.Telegram;

/// <summary>A button under a message: it sends <see cref="Data"/>, or opens <see cref="Url"/>.</summary>
public sealed record SimButton(string Text, string? Data, string? Url);

/// <summary>Who writes or presses.</summary>
public sealed record SimPerson(long Id, string FirstName, string? Username = null);

/// <summary>One message of the chat as it stands now.</summary>
public sealed record SimMessage
{
    public required int Id { get; init; }
    public required long ChatId { get; init; }

    /// <summary>Null: the bot wrote it.</summary>
    public SimPerson? From { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The text, or the caption of a photo, as it was sent; entities are in <see cref="Rich"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The text without marks, and the marks beside it.</summary>
    public required RichText Rich { get; init; }
    public byte[]? Photo { get; init; }
    public IReadOnlyList<IReadOnlyList<SimButton>> Buttons { get; init; } = [];
    public bool IsSilent { get; init; }

    /// <summary>Every text that this message has had, oldest first.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    public bool IsPhoto => Photo is not null;

    public SimButton? ButtonWith(string data) => Buttons.SelectMany(row => row).FirstOrDefault(b => b.Data == data);
}

/// <summary>The bot's answer to a press.</summary>
public sealed record SimAnswer(string QueryId, string Text, bool IsAlert, DateTimeOffset At);
