using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Core.Domain.Downloads;

namespace FelScanner.Core.Settings.Types;

/// <summary>Path mappings: <c>{"service","from","to"}</c>.</summary>
internal sealed class MappingsType : SettingType
{
    public static readonly string[] Services = ["qbittorrent", "plex", "local"];

    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return reader.Refuse("This must be a list of path mappings.");

        var mappings = new List<PathMapping>();
        foreach (var (index, entry) in value.EnumerateArray().Index())
            if (Mapping(new EntryReader(entry, $"Mapping {index + 1}", reader)) is { } mapping)
                mappings.Add(mapping);
        return reader.Errors.Count == 0 ? (IReadOnlyList<PathMapping>)mappings : null;
    }

    public override JsonNode Show(object value) => new JsonArray([.. ((IReadOnlyList<PathMapping>)value).Select(mapping => new JsonObject
    {
        ["service"] = mapping.Service,
        ["from"] = mapping.From,
        ["to"] = mapping.To,
    })]);

    public override JsonElement FromText(string text) => Json(text);

    private static PathMapping? Mapping(EntryReader entry)
    {
        if (!entry.IsObject)
            return null;

        var (service, from, to) = (entry.Text("service").ToLowerInvariant(), entry.Text("from"), entry.Text("to"));
        if (!Services.Contains(service))
            entry.Refuse("the service must be \"qbittorrent\", \"plex\" or \"local\".");
        if (TextRules.Folder(from) is not null || TextRules.Folder(to) is not null)
            entry.Refuse("\"from\" and \"to\" must be absolute folders.");
        return new PathMapping(service, from, to);
    }
}
