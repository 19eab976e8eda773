using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Domain.Releases;
using FelScanner.Web.Cli;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>A parsed name, written by the very writer of the verb `parse`.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record ParsedShape(ParsedName Name)
{
    public static ParsedShape Of(ParsedName name) => new(name);

    internal sealed class Converter : JsonConverter<ParsedShape>
    {
        public override ParsedShape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A parsed name is only ever sent.");

        public override void Write(Utf8JsonWriter writer, ParsedShape value, JsonSerializerOptions options) => ParsedNameJson.Write(writer, value.Name);
    }
}
