using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Health;

namespace FelScanner.Core.Workflow;

/// <summary>Tests every configured service; what is down becomes a finding with its remedy. By the clock no feed is asked: its own readings say how it is.</summary>
public sealed class CheckConnections(IEnumerable<IConnectionTest> tests, FeedStates feeds, IConnectionBoard board, ServiceFindings findings, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>One sentence about what was found.</summary>
    public async Task<string> RunAsync(bool byPerson, CancellationToken cancellationToken)
    {
        var asked = (await Task.WhenAll(tests.Select(test => OneAsync(test, feeds.Settings.Current, byPerson, cancellationToken)))).SelectMany(r => r).ToList();
        if (byPerson)
            await feeds.ReleaseAsync(asked, cancellationToken);
        var reports = await feeds.FillAsync(asked, cancellationToken);
        board.Keep([.. reports.Select(r => r.Service)]);
        board.Put(reports);
        findings.Keep([.. reports.Select(r => r.Service)]);
        foreach (var report in reports)
            findings.Report(report);
        var down = reports.Count(r => r.Status == ConnectionStatus.Error);
        return down == 0 ? $"{reports.Count(r => r.Status == ConnectionStatus.Connected)} services answer." : $"{down} services do not answer as they should.";
    }

    /// <summary>Tests one service with values that may be unsaved. Nothing is stored.</summary>
    public async Task<ConnectionReport?> TestAsync(string service, FelSettings candidate, CancellationToken cancellationToken) =>
        await TestAllAsync(service, candidate, cancellationToken) is [var report, ..] ? report : null;

    /// <summary>The same for every connection of a kind: "feeds" gives one report a feed.</summary>
    public async Task<IReadOnlyList<ConnectionReport>> TestAllAsync(string service, FelSettings candidate, CancellationToken cancellationToken)
    {
        if (tests.FirstOrDefault(t => t.Service == service) is not { } test)
            return [];
        var reports = await OneAsync(test, candidate, true, cancellationToken);
        await feeds.ReleaseAsync(reports, cancellationToken);
        return reports;
    }

    private async Task<IReadOnlyList<ConnectionReport>> OneAsync(IConnectionTest test, FelSettings candidate, bool byPerson, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var reports = await test.TestAsync(candidate, byPerson, patience.Token);
            return [.. reports.Select(r => r.Status == ConnectionStatus.Unknown ? r : r with { LastCheck = time.GetUtcNow() })];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new ConnectionReport { Service = test.Service, Status = ConnectionStatus.Error, Message = "No answer within 20 seconds.", Remedy = "Check the address and that the service runs.", Fault = FaultKind.Timeout, LastCheck = time.GetUtcNow() }];
        }
    }
}
