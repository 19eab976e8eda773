using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Dashboard;

/// <summary>One line of what was decided lately, by a person, by the clock or by a rule.</summary>
public sealed record Decision(string Icon, string Tone, string Film, string Word, string Detail, DateTimeOffset At, string Link);

/// <summary>Brings decisions of persons and silent skips into one list.</summary>
public static class Decisions
{
    public static IReadOnlyList<Decision> Of(IEnumerable<HistoryRow> history, IEnumerable<JudgedRelease> releases, int count) =>
        [.. history.Select(OfRequest)
            .Concat(releases.Where(release => release.Verdict.Kind == VerdictKind.Skip).Select(OfSilence))
            .OrderByDescending(decision => decision.At)
            .Take(count)];

    public static Decision OfRequest(HistoryRow row)
    {
        var request = row.Request;
        var (icon, tone, word) = Say(request);
        return new Decision(icon, tone, request.MovieTitle, word, By(request), request.CompletedAt ?? request.DecidedAt ?? row.StartedAt, $"requests/{request.RequestId}");
    }

    public static (string Icon, string Tone, string Word) Say(DownloadRequest request) => (request.Status, request.LayerProven, request.ArrivedLayer) switch
    {
        (RequestStatus.Completed, true, EnhancementLayer.Fel) => ("star", "gold", "proven FEL"),
        (RequestStatus.Completed, true, EnhancementLayer.Mel) => ("check", "dim", "arrived, but it is MEL"),
        (RequestStatus.Completed, _, _) => ("check", "ok", "arrived"),
        (RequestStatus.Downloading, _, _) => ("down", "dim", "downloading"),
        (RequestStatus.Approved or RequestStatus.Adding, _, _) => ("check", "ok", "approved"),
        (RequestStatus.Declined, _, _) => ("minus", "faint", "skipped"),
        (RequestStatus.Expired, _, _) => ("clock", "faint", "no answer in time"),
        (RequestStatus.Stopped, _, _) => ("minus", "faint", "stopped"),
        (RequestStatus.Failed, _, _) => ("alert", "bad", "failed"),
        _ => ("clock", "faint", "waits"),
    };

    /// <summary>One or two words for a list; the same as in the sentence.</summary>
    public static string Chip(RequestStatus status) => status switch
    {
        RequestStatus.Completed => "Arrived",
        RequestStatus.Downloading => "Downloading",
        RequestStatus.Approved or RequestStatus.Adding => "Approved",
        RequestStatus.Declined => "Skipped",
        RequestStatus.Expired => "No answer",
        RequestStatus.Stopped => "Stopped",
        RequestStatus.Failed => "Failed",
        _ => "Waits",
    };

    /// <summary>"by Kim, in Telegram" and the reason, as far as they are known.</summary>
    public static string By(DownloadRequest request)
    {
        var who = request.DecidedBy is { Length: > 0 } name && request.DecidedIn != "system" ? $"by {name}" : null;
        var where = request.DecidedIn switch
        {
            "telegram" => "in Telegram",
            "web" => "on the web",
            "api" => "by another program",
            _ => null,
        };
        var by = string.Join(", ", new[] { who, where, request.DecisionReason }.Where(part => !string.IsNullOrEmpty(part)));
        return (by.Length, request.Error) switch { (_, null or "") => by, (0, var error) => error, (_, var error) => $"{by}. {error}" };
    }

    /// <summary>Without the two qualities side by side, which are a tap away and too long for a line.</summary>
    private static string Short(Verdict verdict) => verdict is { Rule: null, Veto: null } && verdict.Reason.IndexOf(':', StringComparison.Ordinal) is var end and > 0 ? verdict.Reason[..end] : verdict.Reason.TrimEnd('.');

    private static Decision OfSilence(JudgedRelease release) => new(
        "minus", "faint", release.FilmTitle ?? release.Parsed.Title ?? release.Release.Name, "no message", Short(release.Verdict), release.JudgedAt, $"releases?open={release.Release.Id}");
}
