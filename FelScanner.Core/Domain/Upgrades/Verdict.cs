namespace FelScanner.Core.Domain.Upgrades;

/// <summary>What came of judging one release.</summary>
public enum VerdictKind
{
    Skip,
    Notify,

    /// <summary>More than one film fits: a person may pick.</summary>
    Unsure,

    /// <summary>It could not be judged to the end; it is judged again later.</summary>
    Error,
}

public enum RuleOutcome
{
    Abstain,
    Accept,
    Reject,
}

/// <summary>One rule's or veto's word about a release.</summary>
public sealed record TraceStep(string Rule, RuleOutcome Outcome, string Reason);

/// <summary>The answer to "why (not)?": one sentence, what decided, what to be aware of, and every rule's word.</summary>
public sealed record Verdict
{
    public required VerdictKind Kind { get; init; }

    /// <summary>The settings key of the rule that accepted.</summary>
    public string? Rule { get; init; }

    /// <summary>The veto that ended it.</summary>
    public string? Veto { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Reason { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Those of the warnings that cost something the owner has now (a loss, a re-encode): a yes to these is asked for twice.</summary>
    public IReadOnlyList<string> Costs { get; init; } = [];

    public IReadOnlyList<TraceStep> Trace { get; init; } = [];
}
