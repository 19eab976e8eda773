using System.Globalization;
using System.Text;
using System.Xml;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>
/// Reads RSS, Torznab and caps documents, which others may have made to do harm: no document types, nothing fetched, bounded depth, text and items.
/// Sources: RSS 2.0, the Torznab specification, the torrent RSS namespace.
/// </summary>
internal sealed class FeedXml
{
    private const int Deepest = 32;
    private const int MostItems = 5000;
    private const int LongestText = 60_000;

    private readonly StringBuilder _text = new();
    private readonly List<FeedItem> _items = [];
    private FeedItem? _item;
    private int _itemDepth;
    private string _root = "";
    private int? _total;
    private (int, string)? _error;
    private string? _version;
    private string _movieParameters = "";

    private FeedXml()
    {
    }

    public static FeedDocument Read(RemoteService service, Reply reply)
    {
        if (reply.LooksLikeHtml)
            throw Faults.Html(service, reply.Address);
        try
        {
            return new FeedXml().Walk(reply.Body);
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException or ArgumentException or InvalidDataException)
        {
            throw new ServiceFault(service.Id, FaultKind.BadAnswer, $"{service.Label} sent a document that cannot be read: {Kind(broken)}.",
                $"Check {service.AddressKey}: it must be a Torznab or RSS address.", broken);
        }
    }

    private FeedDocument Walk(byte[] body)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = BoundedBody.Feed,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(new MemoryStream(body, writable: false), settings);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new InvalidDataException("its elements nest too deeply");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _item is not null && _text.Length < LongestText:
                    _text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, LongestText)));
                    break;
                case XmlNodeType.EndElement:
                    Close(reader);
                    break;
            }
        }

        return new FeedDocument(_root, _items, _total, _error) { Version = _version, MovieParameters = _movieParameters };
    }

    private void Open(XmlReader reader)
    {
        if (_root.Length == 0)
            _root = reader.LocalName;
        _text.Clear();
        switch (reader.LocalName)
        {
            case "item" or "entry" when _item is null && !reader.IsEmptyElement:
                (_item, _itemDepth) = (new FeedItem(), reader.Depth);
                break;
            case "attr" when _item is not null && reader["name"] is { } name:
                _item.SetAttribute(name, reader["value"] ?? "");
                break;
            case "enclosure" when _item is not null:
                _item.SetEnclosure(reader["url"], reader["type"], reader["length"]);
                break;
            case "link" when _item is not null && reader["href"] is { } href:
                OpenLink(_item, href, reader);
                break;
            case "error" when _item is null && reader["code"] is { } code:
                _error = (int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? number : 900, reader["description"] ?? "");
                break;
            case "response" when _item is null:
                _total = int.TryParse(reader["total"], CultureInfo.InvariantCulture, out var total) ? total : null;
                break;
            case "server" when _root == "caps":
                _version = reader["version"] ?? reader["title"];
                break;
            case "movie-search" when _root == "caps" && reader["available"] == "yes":
                _movieParameters = reader["supportedParams"] ?? "q";
                break;
        }
    }

    /// <summary>Atom's links say what they are (RFC 4287, 4.2.7.2); one that says nothing is the entry's own.</summary>
    private static void OpenLink(FeedItem item, string href, XmlReader reader)
    {
        switch (reader["rel"])
        {
            case "enclosure":
                item.SetEnclosure(href, reader["type"], reader["length"]);
                break;
            case null or "" or "alternate":
                item.SetField("link", href);
                break;
        }
    }

    private void Close(XmlReader reader)
    {
        if (_item is null)
            return;
        if (reader.Depth > _itemDepth)
        {
            _item.SetField(reader.LocalName, _text.ToString());
            _text.Clear();
            return;
        }

        if (_items.Count < MostItems)
            _items.Add(_item);
        _item = null;
    }

    private static string Kind(Exception broken) => broken switch
    {
        XmlException xml when xml.Message.Contains("DTD", StringComparison.Ordinal) => "it carries a document type, which is refused",
        InvalidDataException own => own.Message,
        _ => "it is damaged, cut off or no XML",
    };
}
