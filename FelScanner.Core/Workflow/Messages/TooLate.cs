using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>What whoever comes second is told.</summary>
internal static class TooLate
{
    public static string Sentence(DownloadRequest request) => request.Status switch
    {
        RequestStatus.Expired => "It has expired. You can ask for it again under available upgrades.",
        RequestStatus.Declined when request.DecisionReason == "another was chosen" => $"Another release was chosen{By(request)}.",
        RequestStatus.Declined => $"It was already skipped{By(request)}.",
        RequestStatus.Stopped => $"It was stopped{By(request)}.",
        RequestStatus.Failed => $"It was already approved{By(request)}, and failed. {request.Error}".TrimEnd(),
        _ => $"It was already approved{By(request)}.",
    };

    private static string By(DownloadRequest request) => request.DecidedBy is null ? "" : $" by {request.DecidedBy}";
}
