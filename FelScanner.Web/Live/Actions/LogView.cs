using FelScanner.Web.Hosting;

namespace FelScanner.Web.Live.Actions;

/// <summary>The log's tail as the page wants it.</summary>
internal sealed class LogView : ILogView, IDisposable
{
    private readonly ILogTail _tail;
    private readonly IDisposable _listening;

    public LogView(ILogTail tail)
    {
        _tail = tail;
        _listening = tail.Listen(_ => Added?.Invoke());
    }

    public event Action? Added;

    public IReadOnlyList<LogLine> Last(int count) => [.. _tail.Snapshot().TakeLast(count).Select(Line)];

    public void Dispose() => _listening.Dispose();

    private static LogLine Line(Hosting.LogLine line) => new(line.Number, line.At, Level(line.Level), line.Source, line.Message, line.Exception);

    private static LogLevel Level(string level) => level switch
    {
        "Verbose" => LogLevel.Trace,
        "Debug" => LogLevel.Debug,
        "Warning" => LogLevel.Warning,
        "Error" => LogLevel.Error,
        "Fatal" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
