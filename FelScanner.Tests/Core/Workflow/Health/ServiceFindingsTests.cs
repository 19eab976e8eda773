using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Boards;
using FelScanner.Core.Workflow.Health;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow.Health;

public sealed class ServiceFindingsTests
{
    private readonly Findings _findings = new(new EventBus(), new ManualTime());

    [Theory]
    [InlineData(FaultKind.Unreachable, "plex.down")]
    [InlineData(FaultKind.Timeout, "plex.down")]
    [InlineData(FaultKind.Unauthorised, "plex.login")]
    [InlineData(FaultKind.Forbidden, "plex.blocked")]
    [InlineData(FaultKind.NotConfigured, "plex.incomplete")]
    public void Each_kind_of_trouble_has_its_name(FaultKind kind, string id)
    {
        new ServiceFindings(_findings).Failed("plex", new ServiceFault("plex", kind, "Something happened.", "Do this."));

        var finding = Assert.Single(_findings.Now);
        Assert.Equal(id, finding.Id);
        Assert.Equal("Plex: Something happened.", finding.Message);
        Assert.Equal("/settings/connections", finding.Link);
    }

    [Fact]
    public void Of_one_service_one_finding_stands()
    {
        var services = new ServiceFindings(_findings);

        services.Failed("plex", new ServiceFault("plex", FaultKind.Unreachable, "Plex is off.", ""));
        services.Failed("plex", new ServiceFault("plex", FaultKind.Unauthorised, "Plex says no.", ""));

        Assert.Equal("plex.login", Assert.Single(_findings.Now).Id);
    }

    [Fact]
    public void A_service_that_answers_clears_them()
    {
        var services = new ServiceFindings(_findings);
        services.Failed("plex", new ServiceFault("plex", FaultKind.Unreachable, "Plex is off.", ""));

        services.Report(Report("plex", ConnectionStatus.Connected));

        Assert.Empty(_findings.Now);
    }

    [Fact]
    public void Connected_but_set_up_oddly_is_a_warning()
    {
        new ServiceFindings(_findings).Report(Report("qbittorrent", ConnectionStatus.Connected) with { Message = "Connected to qBittorrent, but the category is Radarr's.", Remedy = "Choose another." });

        var finding = Assert.Single(_findings.Now);
        Assert.Equal("qbittorrent.setup", finding.Id);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
    }

    [Fact]
    public void A_deleted_feed_takes_its_finding_with_it()
    {
        var services = new ServiceFindings(_findings);
        services.Failed("feed:old", new ServiceFault("feed:old", FaultKind.Unreachable, "Gone.", ""));
        services.Failed("feed:new", new ServiceFault("feed:new", FaultKind.Unreachable, "Gone.", ""));

        services.Keep(["plex", "feed:new"]);

        Assert.Equal("feed:new.down", Assert.Single(_findings.Now).Id);
    }

    private static ConnectionReport Report(string service, ConnectionStatus status) => new() { Service = service, Status = status, Message = "Connected." };
}
