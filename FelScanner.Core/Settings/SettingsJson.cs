using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FelScanner.Core.Settings;

[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class SettingsJson : JsonSerializerContext;
