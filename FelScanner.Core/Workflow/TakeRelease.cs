using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>A release that another program pushes, as a feed would bring it.</summary>
public sealed record PushedRelease(string Title, string? Url, string? MagnetLink, long? Size, int? Seeders, string? Description, string? Feed);

/// <summary>The answer to a push: "pending_approval", "skip" or "error", why, and the request when there is one.</summary>
public sealed record Taken(string Status, string Reason, string? RequestId);

/// <summary>Takes one pushed release through the same judging as any other. The same release twice is one request.</summary>
public sealed class TakeRelease(IReleases releases, IRequests requests, JudgeRelease judge, IFeeds feeds, JudgingTools tools)
{
    public async Task<Taken> RunAsync(PushedRelease pushed, CancellationToken cancellationToken)
    {
        var feed = FeedOf(pushed, out var fault);
        if (fault is not null)
            return new Taken("error", fault, null);
        var now = tools.Time.GetUtcNow();
        var release = new Release
        {
            Name = pushed.Title.Trim(),
            Feed = feed,
            InfoHash = MagnetLink.Hash(pushed.MagnetLink),
            Url = Blank(pushed.Url),
            MagnetLink = Blank(pushed.MagnetLink),
            Description = Blank(pushed.Description),
            // Senders that do not know the size say 0.
            Bytes = pushed.Size is > 0 ? pushed.Size : null,
            Seeders = pushed.Seeders,
            FirstSeen = now,
            LastSeen = now,
        };
        var remembered = await releases.RememberAsync(release, firstReading: false, cancellationToken);
        var before = await requests.OfReleaseAsync(remembered.Release.Id, cancellationToken);
        if (before?.Status is RequestStatus.Pending or RequestStatus.Queued)
            return new Taken("pending_approval", before.UpgradeReason, before.RequestId);
        return Answer(await judge.RunAsync(remembered, JudgingCause.New, cancellationToken));
    }

    private static Taken Answer(JudgedRelease judged) => judged.Verdict.Kind switch
    {
        VerdictKind.Notify => new Taken("pending_approval", judged.Verdict.Reason, judged.RequestId),
        VerdictKind.Error => new Taken("error", judged.Verdict.Reason, null),
        _ => new Taken("skip", judged.Verdict.Reason, null),
    };

    private string FeedOf(PushedRelease pushed, out string? fault)
    {
        fault = null;
        if (Blank(pushed.Url) is not { } url)
        {
            fault = Blank(pushed.MagnetLink) is null
                ? "The release has neither a url nor a magnet_link, so nothing could be downloaded. Send one of them."
                : MagnetLink.Hash(pushed.MagnetLink) is null ? "The magnet_link has no usable info hash (xt=urn:btih:…). Send a complete one." : null;
            return Blank(pushed.Feed) ?? "push";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            fault = "The url is not an http or https address.";
            return "push";
        }

        if (OutboundPolicy.Refusal(address) is { } refusal)
        {
            fault = $"The url leads to {refusal}; such addresses are never contacted. Send the tracker's own address.";
            return "push";
        }

        var open = feeds.Open(tools.Settings.Current);
        var serving = open.FirstOrDefault(f => f.Name == pushed.Feed && f.Serves(address)) ?? open.FirstOrDefault(f => f.Serves(address));
        if (serving is null)
            fault = $"No configured feed has the host {address.Host}. Add the feed, or name the host in its download_hosts.";
        return serving?.Name ?? "push";
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
