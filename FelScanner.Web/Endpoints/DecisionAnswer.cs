using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>What came of a decision, in HTTP.</summary>
internal static class DecisionAnswer
{
    public static IResult Of(Decision decision) => decision.Kind switch
    {
        DecisionKind.Done => Results.Json(new DecisionShape(true, WordOf(decision)), ApiJson.Default.DecisionShape),
        DecisionKind.NotFound => Refused(StatusCodes.Status404NotFound, decision, new() { ["status"] = "unknown" }),
        DecisionKind.TooLate => Refused(StatusCodes.Status409Conflict, decision, new() { ["status"] = StatusOf(decision), ["decided_by"] = decision.Request?.DecidedBy }),
        DecisionKind.NoSpace => Refused(StatusCodes.Status507InsufficientStorage, decision, SpaceOf(decision)),
        DecisionKind.Kept => Refused(StatusCodes.Status502BadGateway, decision, new() { ["status"] = "approved" }),
        _ => Refused(StatusCodes.Status502BadGateway, decision, new() { ["status"] = StatusOf(decision) }),
    };

    private static string WordOf(Decision decision) => decision.Request?.Status == RequestStatus.Declined ? "declined" : "downloading";

    private static string StatusOf(Decision decision) => decision.Request is { } request ? request.Status.Word() : "unknown";

    private static Dictionary<string, object?> SpaceOf(Decision decision) => new()
    {
        ["status"] = StatusOf(decision),
        ["needed_bytes"] = decision.Space?.NeededBytes,
        ["free_bytes"] = decision.Space?.FreeBytes,
        ["free_after_bytes"] = decision.Space?.FreeAfterBytes,
        ["min_free_gb"] = decision.Space?.MinFreeGb,
        ["measured_by"] = decision.Space?.MeasuredBy,
    };

    private static IResult Refused(int status, Decision decision, Dictionary<string, object?> members) =>
        Problems.Result(status, decision.Sentence, new Dictionary<string, object?>(members) { ["success"] = false, ["error"] = decision.Sentence });
}
