using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FelScanner.Web.Demo.Plex;

/// <summary>Plex answers in XML unless JSON is asked for, and takes its own parameters as headers or in the query.</summary>
internal static class PlexAnswer
{
    public static Task ContainerAsync(HttpContext context, JsonObject container)
    {
        var accept = context.Request.Headers.Accept.ToString();
        if (accept.Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return context.JsonAsync(new JsonObject { ["MediaContainer"] = container });
        var xml = new XDocument(new XDeclaration("1.0", "UTF-8", null), Element("MediaContainer", container));
        return context.AnswerAsync(200, xml.Declaration + "\n" + xml, "text/xml;charset=utf-8");
    }

    public static string Said(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var header) ? header.ToString() : context.Query(name);

    private static XElement Element(string name, JsonObject source)
    {
        var element = new XElement(name);
        foreach (var (key, value) in source)
        {
            if (value is JsonArray many)
                element.Add(many.OfType<JsonObject>().Select(one => Element(key, one)));
            else if (value is not null)
                element.SetAttributeValue(key, value.ToString());
        }
        return element;
    }
}
