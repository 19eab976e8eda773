using System.Text.Json.Serialization;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Endpoints.Shapes;

internal sealed record FilmOfRelease(string? Title, int? Year, int? TmdbId);

/// <summary>One rule's word: accept, reject or abstain.</summary>
internal sealed record TraceShape(string Rule, string Outcome, string Reason);

/// <summary>A release ever seen, with what was concluded and why.</summary>
internal sealed record ReleaseShape
{
    public long Id { get; init; }
    public required string Title { get; init; }
    public required string Feed { get; init; }
    public DateTimeOffset FirstSeen { get; init; }
    public long? Size { get; init; }
    public int? Seeders { get; init; }

    /// <summary>What the name says, as the verb `parse` writes it.</summary>
    public required ParsedShape Parsed { get; init; }
    public required string Evidence { get; init; }
    public FilmOfRelease? Film { get; init; }

    /// <summary>notify, skip, unsure or error.</summary>
    public required string Verdict { get; init; }
    public string? Rule { get; init; }
    public string? Veto { get; init; }
    public required string Reason { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required IReadOnlyList<TraceShape> Trace { get; init; }
    public string? RequestId { get; init; }

    public static ReleaseShape Of(JudgedRelease judged) => new()
    {
        Id = judged.Release.Id,
        Title = judged.Release.Name,
        Feed = judged.Release.Feed,
        FirstSeen = judged.Release.FirstSeen,
        Size = judged.Release.Bytes,
        Seeders = judged.Release.Seeders,
        Parsed = ParsedShape.Of(judged.Parsed),
        Evidence = CopyShape.WordOf(judged.Offered.Evidence),
        Film = judged.FilmId is null ? null : new FilmOfRelease(judged.FilmTitle, judged.FilmYear, judged.FilmTmdbId),
        Verdict = WordOf(judged.Verdict.Kind),
        Rule = judged.Verdict.Rule,
        Veto = judged.Verdict.Veto,
        Reason = judged.Verdict.Reason,
        Warnings = judged.Verdict.Warnings,
        Trace = [.. judged.Verdict.Trace.Select(step => new TraceShape(step.Rule, WordOf(step.Outcome), step.Reason))],
        RequestId = judged.RequestId,
    };

    public static string WordOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Notify => "notify",
        VerdictKind.Unsure => "unsure",
        VerdictKind.Error => "error",
        _ => "skip",
    };

    private static string WordOf(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Accept => "accept",
        RuleOutcome.Reject => "reject",
        _ => "abstain",
    };
}

/// <summary>One release, as a feed would bring it. <c>Size</c> in bytes.</summary>
internal sealed record ReleaseBody
{
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? MagnetLink { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? Size { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Seeders { get; init; }
    public string? Description { get; init; }
    public string? Feed { get; init; }
}

/// <summary>What came of a pushed release: pending_approval, skip or error.</summary>
internal sealed record TakenShape(string Status, string Reason, string? RequestId);
