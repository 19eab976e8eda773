using Microsoft.Extensions.Logging;

namespace FelScanner.Web.Live;

/// <summary>One line of the log, secrets already gone.</summary>
public sealed record LogLine(long Number, DateTimeOffset At, LogLevel Level, string Source, string Message, string? Error);

/// <summary>The newest lines of the log, kept in memory.</summary>
public interface ILogView
{
    /// <summary>The newest lines, oldest first.</summary>
    IReadOnlyList<LogLine> Last(int count);

    /// <summary>Raised from any thread when lines were added.</summary>
    event Action? Added;
}
