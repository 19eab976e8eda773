using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Web.Cli;

/// <summary>Writes a verdict as the public contract has it.</summary>
internal static class VerdictJson
{
    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteBoolean("notify"u8, verdict.Kind == VerdictKind.Notify);
        json.WriteString("rule"u8, verdict.Rule);
        json.WriteString("veto"u8, verdict.Veto);
        json.WriteString("reason"u8, verdict.Reason);
        json.WriteStartArray("warnings"u8);
        foreach (var warning in verdict.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteStartArray("trace"u8);
        foreach (var step in verdict.Trace)
            Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TraceStep step)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, step.Rule);
        json.WriteString("outcome"u8, step.Outcome switch
        {
            RuleOutcome.Accept => "accept"u8,
            RuleOutcome.Reject => "reject"u8,
            _ => "abstain"u8,
        });
        json.WriteString("reason"u8, step.Reason);
        json.WriteEndObject();
    }
}
