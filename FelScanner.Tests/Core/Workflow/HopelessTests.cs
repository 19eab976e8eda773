using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow;

public sealed class HopelessTests
{
    private static readonly ServiceFault Gone = new("feed:Prowlarr", FaultKind.NotFound, "Prowlarr no longer has this torrent (410).", "");
    private static readonly ServiceFault Down = new("qbittorrent", FaultKind.Unreachable, "Nothing answers.", "Start it.");

    [Fact]
    public void Only_a_feed_that_says_so_five_times_in_a_row_ends_it()
    {
        var request = A.Request();
        for (var time = 0; time < 4; time++)
            request = Hopeless.Count(request, Gone, A.Noon);

        Assert.Null(Hopeless.Why(request, Gone, A.Noon));
        Assert.NotNull(Hopeless.Why(Hopeless.Count(request, Gone, A.Noon), Gone, A.Noon));
        Assert.Equal(0, Hopeless.Count(request, Down, A.Noon).TimesGone);
    }

    [Fact]
    public void A_service_that_is_away_is_waited_for_a_week()
    {
        var request = Hopeless.Count(A.Request(), Down, A.Noon);

        Assert.Null(Hopeless.Why(request, Down, A.Noon.AddDays(7).AddSeconds(-1)));
        Assert.Contains("7 days", Hopeless.Why(request, Down, A.Noon.AddDays(7)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_torrent_that_qBittorrent_does_not_know_is_not_gone_from_the_feed()
    {
        var unknown = new ServiceFault("qbittorrent", FaultKind.NotFound, "qBittorrent does not know it.", "");

        Assert.Equal(0, Hopeless.Count(A.Request(), unknown, A.Noon).TimesGone);
    }

    [Fact]
    public void Another_try_begins_with_nothing_counted()
    {
        var again = Hopeless.Forget(Hopeless.Count(Hopeless.Count(A.Request(), Gone, A.Noon), Gone, A.Noon));

        Assert.Equal((0, 0, null, null), (again.Attempts, again.TimesGone, again.FailingSince, again.Error));
    }
}
