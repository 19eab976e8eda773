using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>The last releases under saved and unsaved rules: how many would ask, and which answers change.</summary>
public sealed record EffectShown(int Judged, int AskedSaved, int AskedNow, IReadOnlyList<EffectChange> Changes);

/// <summary>A release whose answer changes. <paramref name="Asks"/>: it would ask under the unsaved rules.</summary>
public sealed record EffectChange(string Name, string? Film, bool Asks, string Reason);

/// <summary>Judges the last 50 releases under rules that are not saved, beside the saved ones. That they were asked before does not count.</summary>
public sealed class ShowEffect(IReleases releases, JudgeRelease judge)
{
    private const int Last = 50;

    public async Task<EffectShown> RunAsync(NotificationRules rules, CancellationToken cancellationToken)
    {
        var (saved, now) = (0, 0);
        List<EffectChange> changes = [];
        var last = await releases.LastAsync(Last, cancellationToken);
        foreach (var release in last)
        {
            var remembered = new RememberedRelease(release.Release, false, release);
            var before = await judge.JudgeAsync(remembered, JudgingCause.Person, cancellationToken);
            var after = await judge.JudgeAsync(remembered, JudgingCause.Person, cancellationToken, rules);
            var (asked, asks) = (before.Verdict.Kind == VerdictKind.Notify, after.Verdict.Kind == VerdictKind.Notify);
            saved += asked ? 1 : 0;
            now += asks ? 1 : 0;
            if (asked != asks)
                changes.Add(new EffectChange(release.Release.Name, after.FilmTitle, asks, after.Verdict.Reason));
        }

        return new EffectShown(last.Count, saved, now, changes);
    }
}
