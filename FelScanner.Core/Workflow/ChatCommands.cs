using System.Globalization;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>The commands of the chat: /pending, /status, /help.</summary>
public sealed class ChatCommands(IRequests requests, ILibrary library, IOutbox outbox, IFindings findings, TimeProvider time)
{
    private const int AtMost = 20;

    public async Task RunAsync(ChatUpdate.Said said, CancellationToken cancellationToken)
    {
        var answer = said.Text.Split(' ', '@')[0] switch
        {
            "/pending" => await PendingAsync(cancellationToken),
            "/status" => await StatusAsync(cancellationToken),
            "/help" or "/start" => "/pending: what waits for a decision\n/status: how things are\n/help: this list",
            _ => null,
        };
        if (answer is not null)
            await outbox.PutAsync([new OutboxItem(OutboxKind.Note, string.Create(CultureInfo.InvariantCulture, $"command.{said.UpdateId}"), answer)], cancellationToken);
    }

    private async Task<string> PendingAsync(CancellationToken cancellationToken)
    {
        var waiting = await requests.InAsync([RequestStatus.Pending], cancellationToken);
        if (waiting.Count == 0)
            return "Nothing waits.";
        var now = time.GetUtcNow();
        var lines = waiting.Take(AtMost).Select(r => $"<b>{Words.Escape(r.MovieTitle)}</b> ({r.Year}): {Words.Escape(r.UpgradeReason)}{(r.ExpiresAt is { } end ? $", {Words.Duration(end - now)} left" : "")}");
        return string.Join('\n', lines) + (waiting.Count > AtMost ? $"\nand {waiting.Count - AtMost} more" : "");
    }

    private async Task<string> StatusAsync(CancellationToken cancellationToken)
    {
        var counts = await library.CountsAsync(cancellationToken);
        var active = await requests.InAsync([RequestStatus.Approved, RequestStatus.Adding, RequestStatus.Downloading], cancellationToken);
        var waiting = await requests.InAsync([RequestStatus.Pending], cancellationToken);
        var wrong = string.Concat(findings.Now.Take(5).Select(f => $"\n⚠️ {Words.Escape(f.Message)} {Words.Escape(f.Remedy)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{counts.Films} films, {counts.FelProven} proven FEL, {counts.MaybeFel} perhaps.\n{waiting.Count} wait for a decision, {active.Count} are on their way.") + (wrong.Length == 0 ? "\nAll is well." : wrong);
    }
}
