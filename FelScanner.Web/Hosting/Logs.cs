using System.Globalization;
using FelScanner.Web.Cli;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace FelScanner.Web.Hosting;

/// <summary>Console (text, or JSON by FELSCANNER_LOG_FORMAT=json), a rolling file in the data folder, and the tail for the logs page. FELSCANNER_LOG_LEVEL: trace, debug, information, warning, error.</summary>
internal static class Logs
{
    private const int DaysKept = 14;
    private const long LargestFile = 20L * 1024 * 1024;
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    public static Logger Open(ServerOptions options, SecretWords secrets, LogTail tail, StartPhase phase, Func<string, string?> environment)
    {
        ITextFormatter text = new MessageTemplateTextFormatter(Template, CultureInfo.InvariantCulture);
        var json = string.Equals(environment("FELSCANNER_LOG_FORMAT"), "json", StringComparison.OrdinalIgnoreCase);
        var console = new RedactingFormatter(json ? new JsonFormatter(renderMessage: true) : text, secrets);
        var logging = new LoggerConfiguration()
            .MinimumLevel.Is(LevelOf(environment("FELSCANNER_LOG_LEVEL")))
            // Their lower levels print addresses and headers, and tell an owner nothing.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Fatal)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            // The key ring's protection is the data folder's mode; there is no key store to configure.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // The framework's handler tells of every caller that has to sign in.
            .MinimumLevel.Override("FelScanner.Web.Security.AccessHandler", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .WriteTo.File(
                new RedactingFormatter(text, secrets),
                Path.Combine(options.DataFolder, "logs", "felscanner-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true)
            .WriteTo.Sink(tail);
        if (!options.Quiet)
            logging.WriteTo.Logger(shown => shown.Filter.ByExcluding(logEvent => !phase.IsOver && IsFrameworkFault(logEvent)).WriteTo.Console(console));
        return logging.CreateLogger();
    }

    /// <summary>A start that fails is told in one line on standard error; the framework's own account of it, with its stack, belongs into the file.</summary>
    private static bool IsFrameworkFault(LogEvent logEvent) =>
        logEvent.Exception is not null
        && logEvent.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
        && source is ScalarValue { Value: string name } && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("Quartz.", StringComparison.Ordinal));

    private static LogEventLevel LevelOf(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "TRACE" or "VERBOSE" => LogEventLevel.Verbose,
        "DEBUG" => LogEventLevel.Debug,
        "WARNING" or "WARN" => LogEventLevel.Warning,
        "ERROR" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}

/// <summary>Whether the server has come up.</summary>
internal sealed class StartPhase
{
    private volatile bool _over;

    public bool IsOver => _over;

    public void End() => _over = true;
}
