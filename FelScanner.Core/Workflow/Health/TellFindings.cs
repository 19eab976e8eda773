using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>
/// Tells the chat what is wrong, once an episode, and when it is over. What comes and goes within the grace is not told at all;
/// what comes back before it stayed away long enough is the same episode. Episodes outlive a restart.
/// </summary>
public sealed class TellFindings(IFindings findings, IOutbox outbox, IActivity activity, EpisodeBook book, TellingTools tools)
{
    internal static readonly TimeSpan Grace = TimeSpan.FromMinutes(3);
    internal static readonly TimeSpan Calm = TimeSpan.FromMinutes(5);

    /// <summary>Told by the request's own message, or impossible to tell.</summary>
    private static readonly string[] Elsewhere = ["download.", "request.", "telegram.down", "telegram.login", "telegram.blocked", "telegram.incomplete", "telegram.answer"];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var known = await book.ReadAsync(cancellationToken);
        var now = tools.Time.GetUtcNow();
        var mayTell = tools.Settings.Current.Telegram.IsConfigured;
        List<string> lines = [];
        List<Episode> next = [];
        foreach (var finding in findings.Now.Where(IsTold))
            next.Add(await GoesOnAsync(known.FirstOrDefault(e => e.Id == finding.Id), finding, now, mayTell, lines, cancellationToken));
        foreach (var episode in known.Where(e => next.TrueForAll(n => n.Id != e.Id)))
        {
            if (await EndsAsync(episode, now, lines, cancellationToken) is { } waiting)
                next.Add(waiting);
        }

        if (lines.Count > 0)
        {
            await outbox.PutAsync([new OutboxItem(OutboxKind.Note, $"health.{now.UtcTicks}", string.Join("\n\n", lines))], cancellationToken);
            tools.Bus.Publish(new DomainEvent.MessageQueued());
        }

        await book.WriteAsync(next, cancellationToken);
    }

    private async Task<Episode> GoesOnAsync(Episode? before, Finding finding, DateTimeOffset now, bool mayTell, List<string> lines, CancellationToken cancellationToken)
    {
        var episode = new Episode(finding.Id, finding.Severity, finding.Message, finding.Remedy, finding.Link, before?.Since ?? finding.Since, before?.Told ?? false, null);
        if (episode.Told || !mayTell || now - episode.Since < Grace)
            return episode;
        lines.Add($"{(finding.Severity == FindingSeverity.Error ? "🔴" : "🟠")} <b>{Words.Escape(finding.Message)}</b>\n{Words.Escape(finding.Remedy)}".Trim());
        await activity.AddAsync(new ActivityEntry("finding", "FelScanner", "system", $"{finding.Message} {finding.Remedy}".Trim()), cancellationToken);
        return episode with { Told = true };
    }

    /// <summary>Null when the episode is over for good.</summary>
    private async Task<Episode?> EndsAsync(Episode episode, DateTimeOffset now, List<string> lines, CancellationToken cancellationToken)
    {
        var gone = episode.GoneAt ?? now;
        if (now - gone < Calm)
            return episode with { GoneAt = gone };
        if (!episode.Told)
            return null;
        lines.Add($"🟢 Restored: {Words.Escape(episode.Message)} It lasted {Words.Duration(gone - episode.Since)}.");
        await activity.AddAsync(new ActivityEntry("restored", "FelScanner", "system", $"Restored: {episode.Message}"), cancellationToken);
        return null;
    }

    private static bool IsTold(Finding finding) =>
        finding.Severity != FindingSeverity.Info && !Elsewhere.Any(prefix => finding.Id.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>What telling needs beside the findings and the outbox.</summary>
public sealed record TellingTools(ISettings Settings, IEventBus Bus, TimeProvider Time);
