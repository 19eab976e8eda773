using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades.Rules;

namespace FelScanner.Core.Domain.Upgrades;

/// <summary>
/// Decides whether a release is worth a message: first the vetoes, of which the first that holds ends it, then the rules, of which any may accept.
/// A pure function of its question: the same question gives the same verdict.
/// </summary>
public static class UpgradeDetector
{
    private static readonly IUpgradeRule[] Vetoes =
    [
        new NotAFilm(), new FullDisc(), new NoFilm(), new UnsureFilm(), new NotAnalysed(), new AskedBefore(), new SameQuality(), new FelOwned(), new StepDown(), new BlockedGroup(),
    ];

    private static readonly IUpgradeRule[] Rules =
    [
        new FelFromP5(), new FelFromHdr(), new FelFromOther(), new FelDuplicate(), new DvFromHdr(), new DvProfileUpgrade(), new AtmosWithDvUpgrade(), new AtmosAdded(), new OtherResolution(),
    ];

    public static Verdict Judge(UpgradeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        UpgradeCase upgrade = new(question);
        var warnings = UpgradeWarnings.Of(upgrade);
        var costs = UpgradeWarnings.CostsOf(upgrade);
        List<TraceStep> trace = new(Vetoes.Length + Rules.Length);
        foreach (var veto in Vetoes)
        {
            var word = veto.Judge(upgrade);
            trace.Add(new(veto.Name, word.Outcome, word.Reason));
            if (word.Outcome == RuleOutcome.Reject)
                return new Verdict { Kind = veto is UnsureFilm ? VerdictKind.Unsure : VerdictKind.Skip, Veto = veto.Name, Reason = word.Reason, Warnings = warnings, Costs = costs, Trace = trace };
        }

        return Accept(upgrade, trace) is { } accepted
            ? new Verdict { Kind = VerdictKind.Notify, Rule = accepted.Rule, Reason = accepted.Reason, Warnings = warnings, Costs = costs, Trace = trace }
            : new Verdict { Kind = VerdictKind.Skip, Reason = NothingToGain(upgrade), Warnings = warnings, Costs = costs, Trace = trace };
    }

    /// <summary>Asks every rule, so that the trace is whole, and returns the first that accepts.</summary>
    private static TraceStep? Accept(UpgradeCase upgrade, List<TraceStep> trace)
    {
        TraceStep? first = null;
        foreach (var rule in Rules)
        {
            var word = rule.Judge(upgrade);
            TraceStep step = new(word.Key ?? rule.Name, word.Outcome, word.Reason);
            trace.Add(step);
            if (word.Outcome == RuleOutcome.Accept)
                first ??= step;
        }

        return first;
    }

    private static string NothingToGain(UpgradeCase upgrade) => upgrade.Best is { } best
        ? $"No rule asks for it: {QualityWords.Describe(best)} → {QualityWords.Describe(upgrade.Offered)}."
        : $"No rule asks for it: {QualityWords.Describe(upgrade.Offered)}.";
}
