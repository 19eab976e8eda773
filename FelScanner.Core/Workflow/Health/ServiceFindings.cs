using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Health;

/// <summary>The findings about services. Of one service at most one stands: it is down, its login is refused, a setting is missing, or it is set up oddly.</summary>
public sealed class ServiceFindings(IFindings findings)
{
    private static readonly string[] Words = ["down", "login", "blocked", "incomplete", "setup"];

    /// <summary>What a test of the connection found.</summary>
    public void Report(ConnectionReport report)
    {
        if (report.Status == ConnectionStatus.Error)
            Raise(report.Service, WordOf(report.Fault), FindingSeverity.Error, report.Message, report.Remedy);
        else if (report is { Status: ConnectionStatus.Connected, Remedy: { } remedy })
            Raise(report.Service, "setup", FindingSeverity.Warning, report.Message, remedy);
        else
            Fine(report.Service);
    }

    /// <summary>What a real use of the service met; the fault may be a helper's, such as FlareSolverr's.</summary>
    public void Failed(string service, ServiceFault fault, FindingSeverity severity = FindingSeverity.Error) => Raise(service, WordOf(fault.Kind), severity, fault.What, fault.Remedy);

    public void Fine(string service)
    {
        foreach (var word in Words)
            findings.Clear($"{service}.{word}");
    }

    /// <summary>Forgets services that are no longer there: a feed that was deleted.</summary>
    public void Keep(IReadOnlyCollection<string> services)
    {
        var known = services.SelectMany(service => Words.Select(word => $"{service}.{word}")).ToHashSet();
        findings.ClearAllBut("feed:", known);
    }

    private void Raise(string service, string word, FindingSeverity severity, string message, string? remedy)
    {
        var name = NameOf(service);
        var sentence = message.Contains(name, StringComparison.OrdinalIgnoreCase) ? message : $"{name}: {message}";
        findings.Raise($"{service}.{word}", severity, sentence, remedy ?? "", PageOf(service));
        foreach (var other in Words.Where(other => other != word))
            findings.Clear($"{service}.{other}");
        // A reading that failed for it has nothing to add.
        findings.Clear($"{service}.scan");
    }

    private static string WordOf(FaultKind? fault) => fault switch
    {
        FaultKind.Unauthorised => "login",
        FaultKind.Forbidden => "blocked",
        FaultKind.NotConfigured => "incomplete",
        _ => "down",
    };

    private static string PageOf(string service) => service switch
    {
        "webhook" => "/settings/advanced",
        _ when service.StartsWith("feed:", StringComparison.Ordinal) => "/settings/feeds",
        _ => "/settings/connections",
    };

    private static string NameOf(string service) => service switch
    {
        "plex" => "Plex",
        "radarr" => "Radarr",
        "qbittorrent" => "qBittorrent",
        "telegram" => "Telegram",
        "iptorrents" => "IPTorrents",
        "webhook" => "The outgoing webhook",
        _ => service.Replace("feed:", "", StringComparison.Ordinal),
    };
}
