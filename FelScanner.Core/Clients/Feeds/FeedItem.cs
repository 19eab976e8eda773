namespace FelScanner.Core.Clients.Feeds;

/// <summary>One item of an RSS or Torznab document, as it says it.</summary>
internal sealed class FeedItem
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _attributes = new(StringComparer.OrdinalIgnoreCase);

    public string? EnclosureUrl { get; private set; }

    public string? EnclosureType { get; private set; }

    public string? EnclosureLength { get; private set; }

    /// <summary>A child element's text, by its local name; the first one counts.</summary>
    public string? this[string field] => _fields.GetValueOrDefault(field);

    /// <summary>A torznab or newznab attribute.</summary>
    public string? Attribute(string name) => _attributes.GetValueOrDefault(name);

    public void SetField(string name, string text)
    {
        if (text.Trim() is { Length: > 0 } value)
            _fields.TryAdd(name, value);
    }

    public void SetAttribute(string name, string value) => _attributes.TryAdd(name, value.Trim());

    public void SetEnclosure(string? url, string? type, string? length)
    {
        if (EnclosureUrl is null)
            (EnclosureUrl, EnclosureType, EnclosureLength) = (url?.Trim(), type, length);
    }
}

/// <summary>A document: its items, how many there are in all, and the error that some servers send in place of items.</summary>
internal sealed record FeedDocument(string Root, IReadOnlyList<FeedItem> Items, int? Total, (int Code, string Description)? Error)
{
    /// <summary>For a caps document: the name and version of the server, and what can be searched for by film.</summary>
    public string? Version { get; init; }

    public string MovieParameters { get; init; } = "";
}
