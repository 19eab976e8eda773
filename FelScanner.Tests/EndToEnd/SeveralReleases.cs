using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.EndToEnd;

/// <summary>Several releases of one film share one card and one message, best first; one yes ends the others.</summary>
public sealed class SeveralReleases
{
    [Fact]
    public async Task A_second_release_joins_the_waiting_message_and_a_yes_to_one_declines_the_other()
    {
        SimFilm film = null!;
        await using var home = await Home.OpenAsync(world => film = world.Film("Movie", 2021, 900001));
        Publish(home, film, "2160p.UHD.BluRay.REMUX.DV.HDR.HEVC.TrueHD.Atmos.7.1-OTHER");
        await home.RunAsync("check-feeds");
        await home.MessageAsync("the first is offered at once", m => m.Text.Contains("Movie", StringComparison.Ordinal));

        home.World.FelRelease(film);
        await home.RunAsync("check-feeds");
        var both = await home.MessageAsync("both are choices of one message", m => Buttons(m.Buttons.SelectMany(row => row).Select(b => b.Data)) == 2);
        var pending = await home.PendingAsync();
        var best = both.Buttons[0][0].Data!["dl_yes_".Length..];
        var (status, _) = await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = best });
        var declined = await home.HistoryAsync("declined");

        Assert.Single(home.Telegram.Messages, m => m.Text.Contains("Movie", StringComparison.Ordinal));
        Assert.Equal((2, HttpStatusCode.OK), (pending.Count, status));
        Assert.Contains("FEL", (string)pending.Single(p => (string)p!["request_id"]! == best)!["torrent_title"]!, StringComparison.Ordinal);
        Assert.Contains("OTHER", declined.ToJsonString(), StringComparison.Ordinal);
        await Eventually.BecomesAsync("one torrent runs", TimeSpan.FromSeconds(30), () => Task.FromResult(home.World.Household.QBittorrent.Torrents.SingleOrDefault()));
    }

    private static int Buttons(IEnumerable<string?> data) => data.Count(d => d?.StartsWith("dl_yes_", StringComparison.Ordinal) == true);

    private static void Publish(Home home, SimFilm film, string attributes) => home.World.Household.Tracker.Publish(
        $"{film.Title}.{film.Year}.{attributes}", 71_000_000_000, MediaInfoText.For(film.Title, SimPicture.P7Fel, SimSound.TrueHdAtmos, 71_000_000_000), release => release with { TmdbId = film.TmdbId, Seeders = 3 });
}
