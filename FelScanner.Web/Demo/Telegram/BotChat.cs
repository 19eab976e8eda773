using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>One chat with the bot in it. Guarded by its own lock; messages are whole values.</summary>
internal sealed class BotChat(TelegramOptions options, TimeProvider time)
{
    private static readonly TimeSpan EditableFor = TimeSpan.FromHours(48);
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, SimMessage> _messages = [];
    private int _lastId;

    public long Id { get; } = options.ChatId;

    public string Type { get; } = options.ChatType;

    /// <summary>Why the bot may not write here any more ("bot was blocked by the user"); null while it may.</summary>
    public string? Forbidden { get; set; }

    /// <summary>The number of the supergroup that this group has become.</summary>
    public long? MigratedTo { get; set; }

    public IReadOnlyList<SimMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages.Values];
        }
    }

    public SimMessage? Find(int id)
    {
        lock (_lock)
            return _messages.GetValueOrDefault(id);
    }

    public SimMessage Post(Func<int, SimMessage> make)
    {
        lock (_lock)
        {
            var message = make(++_lastId);
            return _messages[message.Id] = message;
        }
    }

    public SimMessage Post(string text, RichText rich, SimPerson? from = null, byte[]? photo = null, IReadOnlyList<IReadOnlyList<SimButton>>? buttons = null, bool silent = false) =>
        Post(id => new SimMessage
        {
            Id = id,
            ChatId = Id,
            From = from,
            SentAt = time.GetUtcNow(),
            Text = text,
            Rich = rich,
            Photo = photo,
            Buttons = buttons ?? [],
            IsSilent = silent,
            Versions = [text],
        });

    /// <summary>Changes a message of the bot's own, if the real service would.</summary>
    public SimMessage Edit(int id, Func<SimMessage, SimMessage> change)
    {
        lock (_lock)
        {
            if (!_messages.TryGetValue(id, out var message))
                throw BotError.Bad("message to edit not found");
            if (message.From is not null || time.GetUtcNow() - message.SentAt > EditableFor)
                throw BotError.Bad("message can't be edited");
            var changed = change(message);
            if (Same(message, changed))
                throw BotError.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
            return _messages[id] = changed with { EditedAt = time.GetUtcNow(), Versions = [.. message.Versions, changed.Text] };
        }
    }

    public void Delete(int id)
    {
        lock (_lock)
        {
            if (!_messages.Remove(id))
                throw BotError.Bad("message to delete not found");
        }
    }

    public JsonObject Json() => new JsonObject { ["id"] = Id }
        .With(Type == "private" ? "first_name" : "title", options.ChatTitle)
        .With("type", Type);

    private static bool Same(SimMessage before, SimMessage after) =>
        before.Rich.Plain == after.Rich.Plain && before.Rich.Marks.SequenceEqual(after.Rich.Marks)
        && before.Buttons.SelectMany(r => r).SequenceEqual(after.Buttons.SelectMany(r => r))
        && before.Buttons.Select(r => r.Count).SequenceEqual(after.Buttons.Select(r => r.Count));
}
