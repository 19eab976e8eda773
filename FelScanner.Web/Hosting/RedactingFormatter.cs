using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace FelScanner.Web.Hosting;

/// <summary>Writes an event as another formatter would, with every known secret replaced by eight stars.</summary>
internal sealed class RedactingFormatter(ITextFormatter inner, SecretWords secrets) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        inner.Format(logEvent, text);
        output.Write(secrets.Hide(text.ToString()));
    }
}
