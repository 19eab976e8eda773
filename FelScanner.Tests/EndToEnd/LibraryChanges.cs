using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.World;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What happens in Plex and Radarr is seen here, however it is told.</summary>
public sealed class LibraryChanges
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_and_a_deletion_are_heard_from_plex()
    {
        await using var home = await Home.OpenAsync(world => world.Film());
        var plex = home.World.Household.Plex;
        var film = home.World.Household.World.Films[0];
        await Eventually.BecomesAsync("somebody listens to Plex", TimeSpan.FromSeconds(20), () => Task.FromResult(plex.Events.Listeners > 0 ? plex : null));

        film = home.World.Household.World.Put(film with { Copies = [film.Copies[0] with { Picture = SimPicture.P8 }] });
        plex.Events.Changed(plex.Shelf.ItemsOf(film), 5);
        await home.BecomesAsync("the new profile", "api/library", page => (int?)page["items"]?[0]?["copies"]?[0]?["dv_profile"] == 8);
        var items = plex.Shelf.ItemsOf(film);
        home.World.Household.World.Remove(film.Id);
        plex.Events.Changed(items, 9);
        await home.BecomesAsync("an empty library", "api/library", page => (int?)page["total"] == 0);
        Assert.Contains(plex.Calls, call => call.Path == $"/library/metadata/{items[0].RatingKey}");
    }

    [Fact]
    public async Task Plexs_webhook_brings_a_reading_of_the_one_film()
    {
        await using var home = await Home.OpenAsync(world => world.Film());
        var plex = home.World.Household.Plex;
        var film = home.World.Household.World.Films[0];
        film = home.World.Household.World.Put(film with { Copies = [film.Copies[0] with { Picture = SimPicture.P8 }] });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(new JsonObject { ["event"] = "library.new", ["Metadata"] = new JsonObject { ["ratingKey"] = plex.Shelf.KeyOf(film), ["type"] = "movie" } }.ToJsonString()), "payload" },
            { new ByteArrayContent([0xFF, 0xD8]), "thumb", "thumb.jpg" },
        };

        var status = await PostAsync(home, "plex", form);

        Assert.Equal(HttpStatusCode.NoContent, status);
        await home.BecomesAsync("the new profile", "api/library", page => (int?)page["items"]?[0]?["copies"]?[0]?["dv_profile"] == 8);
    }

    [Fact]
    public async Task Radarrs_webhook_brings_its_list_up_to_date()
    {
        await using var home = await Home.OpenAsync(world => world.Household.World.Put(world.Film() with { InRadarr = false }));
        await home.BecomesAsync("a film that Radarr lacks", "api/library?filter=not_in_radarr", page => (int?)page["total"] == 1);
        var film = home.World.Household.World.Films[0];
        home.World.Household.World.Put(film with { InRadarr = true });

        using var body = new StringContent("""{"eventType":"MovieAdded","movie":{"id":1}}""", System.Text.Encoding.UTF8, "application/json");
        var status = await PostAsync(home, "radarr", body);

        Assert.Equal(HttpStatusCode.NoContent, status);
        await home.BecomesAsync("no film that Radarr lacks", "api/library?filter=not_in_radarr", page => (int?)page["total"] == 0);
    }

    private static async Task<HttpStatusCode> PostAsync(Home home, string service, HttpContent body)
    {
        using var http = new HttpClient { BaseAddress = home.Address };
        var secret = home.Services.GetRequiredService<ISettings>().IncomingWebhookSecret;
        using var answer = await http.PostAsync(new Uri($"api/webhooks/{service}/{secret}", UriKind.Relative), body, Token);
        return answer.StatusCode;
    }
}
