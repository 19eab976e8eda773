using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live.Actions;

/// <summary>A verb's answer as the page says it; a fault outside becomes a sentence with its remedy.</summary>
internal static class Outcomes
{
    public static ActionOutcome Of(Decision decision) => decision.Kind switch
    {
        DecisionKind.Done => ActionOutcome.Done(decision.Sentence),
        DecisionKind.NoSpace => new ActionOutcome(OutcomeKind.NeedsForce, decision.Sentence),
        DecisionKind.Kept or DecisionKind.Failed => new ActionOutcome(OutcomeKind.Failed, decision.Sentence),
        _ => new ActionOutcome(OutcomeKind.Refused, decision.Sentence),
    };

    public static async Task<ActionOutcome> TryAsync(Func<Task<Decision>> act)
    {
        try
        {
            return Of(await act());
        }
        catch (ServiceFault fault)
        {
            return new ActionOutcome(OutcomeKind.Failed, fault.What, fault.Remedy);
        }
        catch (StorageFault fault)
        {
            return new ActionOutcome(OutcomeKind.Failed, fault.What, fault.Remedy);
        }
    }
}
