using System.Globalization;
using FelScanner.Web.Live;
using Serilog.Core;
using Serilog.Events;

namespace FelScanner.Web.Hosting;

/// <summary>The last 2,000 events of the log, kept in memory for the logs page.</summary>
internal sealed class LogTail(SecretWords secrets) : ILogView, ILogEventSink
{
    private const int Capacity = 2000;
    private readonly Queue<LogLine> _lines = new(Capacity);
    private readonly Lock _lock = new();
    private long _number;

    public event Action? Added;

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (_lines.Count == Capacity)
                _lines.Dequeue();
            _lines.Enqueue(LineOf(logEvent, ++_number));
        }

        Added?.Invoke();
    }

    public IReadOnlyList<LogLine> Last(int count)
    {
        lock (_lock)
            return [.. _lines.Skip(Math.Max(0, _lines.Count - count))];
    }

    private LogLine LineOf(LogEvent logEvent, long number) => new(
        number,
        logEvent.Timestamp.ToUniversalTime(),
        LevelOf(logEvent.Level),
        logEvent.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name } ? name : "",
        secrets.Hide(logEvent.RenderMessage(CultureInfo.InvariantCulture)),
        logEvent.Exception is { } exception ? secrets.Hide(exception.ToString()) : null);

    private static LogLevel LevelOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => LogLevel.Trace,
        LogEventLevel.Debug => LogLevel.Debug,
        LogEventLevel.Warning => LogLevel.Warning,
        LogEventLevel.Error => LogLevel.Error,
        LogEventLevel.Fatal => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
