using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Web.Cli;

/// <summary>The verb <c>decide</c>: one question a line in, one verdict a line out, in the same order.</summary>
public static class DecideVerb
{
    private const int BadArguments = 2;

    /// <summary>Returns 0, or 2 when a line is no question; the sentence on the error output then names the line and the key.</summary>
    public static int Run(TextReader input, TextWriter output, TextWriter error)
    {
        ArrayBufferWriter<byte> buffer = new(4_096);
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (var line = 1; input.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (!TryJudge(text, line, error, out var verdict))
            {
                output.Flush();
                return BadArguments;
            }

            buffer.ResetWrittenCount();
            json.Reset();
            VerdictJson.Write(json, verdict);
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
        }

        output.Flush();
        return 0;
    }

    private static bool TryJudge(string text, int line, TextWriter error, out Verdict verdict)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            verdict = UpgradeDetector.Judge(DecideQuestion.Read(document.RootElement));
            return true;
        }
        catch (JsonException fault)
        {
            error.WriteLine($"Line {line} is not valid JSON: {fault.Message}");
        }
        catch (FormatException fault)
        {
            error.WriteLine($"Line {line}: {fault.Message}");
        }

        verdict = null!;
        return false;
    }
}
