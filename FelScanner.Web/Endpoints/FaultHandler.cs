using System.Text.Json;
using FelScanner.Core.Ports;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace FelScanner.Web.Endpoints;

/// <summary>Turns what an endpoint could not do into problem details: a service's fault into 502 with its remedy, a database that cannot be used into 503 with its own, a bad body into 400 with a sentence.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, sentence, members) = exception switch
        {
            ServiceFault fault => (StatusCodes.Status502BadGateway, fault.Message, MembersOf(fault.Service, fault.What, fault.Remedy)),
            StorageFault fault => (StatusCodes.Status503ServiceUnavailable, fault.Message, MembersOf("database", fault.What, fault.Remedy)),
            BadHttpRequestException bad => (bad.StatusCode, SentenceOf(bad), null),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, "The caller went away.", null),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong inside FelScanner; the log tells what.", null),
        };
        if (status == StatusCodes.Status500InternalServerError)
            LogBroken(logger, exception, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        await Problems.WriteAsync(httpContext, status, sentence, members).ConfigureAwait(false);
        return true;
    }

    private static Dictionary<string, object?> MembersOf(string service, string what, string remedy) => new()
    {
        ["success"] = false,
        ["service"] = service,
        ["error"] = what,
        ["remedy"] = remedy,
    };

    private static string SentenceOf(BadHttpRequestException bad) => (bad.StatusCode, bad.InnerException) switch
    {
        (StatusCodes.Status413PayloadTooLarge, _) => "The body is larger than this call takes.",
        (StatusCodes.Status415UnsupportedMediaType, _) => "Send the body as JSON, with Content-Type: application/json.",
        (_, JsonException { Path: { Length: > 1 } path }) => $"The body does not fit this call at {path}: check the type of that value.",
        (_, JsonException) => "The body is not valid JSON for this call.",
        _ => $"The request does not fit this call: {bad.Message}",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
    private static partial void LogBroken(ILogger logger, Exception exception, string method, string? endpoint);
}
