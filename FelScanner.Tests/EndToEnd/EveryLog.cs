using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.EndToEnd;

/// <summary>Every line that the program's own code logs, at every level, before any wall hides a word of it.</summary>
internal sealed class EveryLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(EveryLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("FelScanner.", StringComparison.Ordinal);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log._lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
