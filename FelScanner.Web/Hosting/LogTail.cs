using Serilog.Core;
using Serilog.Events;

namespace FelScanner.Web.Hosting;

/// <summary>One event of the log as the page shows it. <paramref name="Number"/> grows by one; <paramref name="Level"/> is Verbose, Debug, Information, Warning, Error or Fatal.</summary>
public sealed record LogLine(long Number, DateTimeOffset At, string Level, string Source, string Message, string? Exception);

/// <summary>The last events of the log, kept in memory for the logs page.</summary>
public interface ILogTail
{
    /// <summary>Oldest first, 2,000 at most.</summary>
    IReadOnlyList<LogLine> Snapshot();

    /// <summary>Calls <paramref name="heard"/> for each new event, on the thread that logs, until disposed: it must be quick and must not log.</summary>
    IDisposable Listen(Action<LogLine> heard);
}

internal sealed class LogTail(SecretWords secrets) : ILogTail, ILogEventSink
{
    private const int Capacity = 2000;
    private readonly Queue<LogLine> _lines = new(Capacity);
    private readonly Lock _lock = new();
    private Action<LogLine>? _listeners;
    private long _number;

    public void Emit(LogEvent logEvent)
    {
        LogLine line;
        Action<LogLine>? listeners;
        lock (_lock)
        {
            line = LineOf(logEvent, ++_number);
            if (_lines.Count == Capacity)
                _lines.Dequeue();
            _lines.Enqueue(line);
            listeners = _listeners;
        }

        listeners?.Invoke(line);
    }

    public IReadOnlyList<LogLine> Snapshot()
    {
        lock (_lock)
            return [.. _lines];
    }

    public IDisposable Listen(Action<LogLine> heard)
    {
        lock (_lock)
            _listeners += heard;
        return new Listening(() =>
        {
            lock (_lock)
                _listeners -= heard;
        });
    }

    private LogLine LineOf(LogEvent logEvent, long number) => new(
        number,
        logEvent.Timestamp.ToUniversalTime(),
        logEvent.Level.ToString(),
        logEvent.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: string name } ? name : "",
        secrets.Hide(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)),
        logEvent.Exception is { } exception ? secrets.Hide(exception.ToString()) : null);

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
