using FelScanner.Core.Ports;

namespace FelScanner.Web.Live;

/// <summary>A fault in two or three words, where its sentence does not fit.</summary>
public static class FaultWords
{
    public static string InBrief(FaultKind? fault) => fault switch
    {
        FaultKind.Unreachable => "no answer",
        FaultKind.Timeout => "too slow",
        FaultKind.Unauthorised => "login refused",
        FaultKind.Forbidden => "shut out",
        FaultKind.RateLimited => "asks to wait",
        FaultKind.NotFound => "not found",
        FaultKind.BadAnswer => "odd answer",
        FaultKind.NotConfigured => "incomplete",
        FaultKind.Conflict => "used elsewhere",
        _ => "error",
    };
}
