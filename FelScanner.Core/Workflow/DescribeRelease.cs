using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Judges what a reading brought. A release whose name leaves the layer open, and that no veto ends anyway, gets its own page's text first:
/// a few pages a reading, with a pause before each, because one reading must not become a hundred requests.
/// </summary>
public sealed class DescribeRelease(JudgeRelease judge, TimeProvider time)
{
    public const int MostPages = 20;

    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(2);

    public Questions Begin(IFeed feed) => new(feed, judge, time);

    /// <summary>The pages that one reading may still ask for.</summary>
    public sealed class Questions(IFeed feed, JudgeRelease judge, TimeProvider time)
    {
        private int _left = MostPages;

        /// <summary>What needs no page is decided at once; what does waits for it.</summary>
        public async Task<IReadOnlyList<JudgedRelease>> JudgeAsync(IReadOnlyList<RememberedRelease> open, CancellationToken cancellationToken)
        {
            List<JudgedRelease> decided = [];
            List<RememberedRelease> unclear = [];
            foreach (var remembered in open)
            {
                var judged = await judge.JudgeAsync(remembered, JudgingCause.New, cancellationToken);
                if (unclear.Count < _left && IsWorthAPage(remembered, judged))
                    unclear.Add(remembered);
                else
                    decided.Add(judged);
            }

            List<JudgedRelease> all = [.. await judge.ConcludeAsync(decided, JudgingCause.New, cancellationToken)];
            foreach (var remembered in unclear)
                all.Add(await judge.RunAsync(await DescribedAsync(remembered, cancellationToken), JudgingCause.New, cancellationToken));
            return all;
        }

        private bool IsWorthAPage(RememberedRelease remembered, JudgedRelease judged) =>
            remembered.Judged is null && remembered.Release.Description is null && judged.Verdict.Veto is null
            && feed.CanDescribe(remembered.Release) && LeavesLayerOpen(judged.Parsed);

        private async Task<RememberedRelease> DescribedAsync(RememberedRelease remembered, CancellationToken cancellationToken)
        {
            _left--;
            await Task.Delay(Pause, time, cancellationToken);
            try
            {
                return remembered with { Release = remembered.Release with { Description = await feed.DescribeAsync(remembered.Release, cancellationToken) } };
            }
            catch (ServiceFault fault) when (fault.Kind is FaultKind.NotFound or FaultKind.BadAnswer or FaultKind.Refused)
            {
                // A page that is gone or odd must not keep the release itself from being judged.
                return remembered;
            }
        }

        private static bool LeavesLayerOpen(ParsedName parsed) =>
            parsed is { Tv: false, Dv: true, Fel: null, Mel: null, ReEncode: false } && parsed.Source is not ("webdl" or "webrip");
    }
}
