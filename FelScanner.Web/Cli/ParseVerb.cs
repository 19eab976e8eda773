using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Web.Cli;

/// <summary>The verb <c>parse</c>: release names in, one per line; one JSON object a line out, in the same order.</summary>
public static class ParseVerb
{
    /// <summary>Reads to the end of the input and returns the exit code, always 0: a name that says nothing gives nulls.</summary>
    public static int Run(TextReader input, TextWriter output)
    {
        ArrayBufferWriter<byte> buffer = new(4_096);
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        while (input.ReadLine() is { } name)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            ParsedNameJson.Write(json, ReleaseNameParser.Parse(name));
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
        }

        output.Flush();
        return 0;
    }
}
