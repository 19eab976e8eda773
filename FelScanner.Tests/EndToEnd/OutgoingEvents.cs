using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Media;
using FelScanner.Web.Demo.World;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>Every event as another program is told it: signed, once, in order, also after it was away.</summary>
public sealed class OutgoingEvents
{
    [Fact]
    public async Task A_life_from_the_offer_to_the_proof_is_told_in_order()
    {
        var root = Directory.CreateTempSubdirectory("felscanner-films-");
        await using var receiver = await EventReceiver.StartAsync();
        await using var home = await OpenAsync(receiver, settings => settings["path_mappings"] = new JsonArray(new JsonObject { ["service"] = "local", ["from"] = "/movies", ["to"] = root.FullName }));
        home.World.Household.OnArrived = (_, film, copy) => File.WriteAllBytes(
            Path.Combine(root.CreateSubdirectory(film.Folder).FullName, copy.FileName), new MatroskaWriter { Record = Picture.Record(7, layer: true, 6) }.Write(Picture.Film(120, RpuRecipe.Fel)));

        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = await AskedAsync(home) });
        await ToldAsync(receiver, "in_plex");

        Assert.Equal(["offered", "approved", "started", "completed", "proven", "in_plex"], receiver.Words);
        Assert.Equal(0, receiver.Unsigned);
        Assert.All(receiver.Events, told => Assert.Equal("Movie", (string)told["movie_title"]!));
        Assert.DoesNotContain("torrent_pass", string.Join("", receiver.Events.Select(told => told.ToJsonString())), StringComparison.Ordinal);
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task A_skip_an_expiry_and_a_failure_are_told_too()
    {
        await using var receiver = await EventReceiver.StartAsync();
        await using var home = await OpenAsync(receiver);

        await home.PostAsync("api/download/decline", new JsonObject { ["request_id"] = await AskedAsync(home) });
        await ToldAsync(receiver, "declined");
        home.World.Household.Tracker.Publish("Movie.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL-PACK", 60_000_000_000, MediaInfoText.For("Movie", SimPicture.P7Fel, SimSound.TrueHdAtmos, 60_000_000_000), r => r with { TmdbId = 900001, Torrent = TorrentMaker.Folder("Movie", (["setup.exe"], 60_000_000_000)) });
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = await AskedAsync(home) });
        await ToldAsync(receiver, "failed");

        Assert.Equal(["offered", "declined", "offered", "approved", "failed"], receiver.Words);
    }

    [Fact]
    public async Task An_expiry_is_told()
    {
        await using var receiver = await EventReceiver.StartAsync();
        await using var home = await OpenAsync(receiver, settings => settings["notify_expire_hours"] = 0.0005);

        await home.RunAsync("check-feeds");

        await ToldAsync(receiver, "expired");
    }

    [Fact]
    public async Task What_happened_while_the_other_program_was_away_comes_afterwards_and_the_chat_does_not_wait_for_it()
    {
        await using var receiver = await EventReceiver.StartAsync();
        receiver.Status = 500;
        await using var home = await OpenAsync(receiver);
        var id = await AskedAsync(home);
        await home.MessageAsync("the chat is told all the same", m => m.Buttons.Count > 0);
        var down = await home.BecomesAsync("a finding", "api/health", findings => findings.AsArray().Any(f => (string)f!["id"]! == "webhook.down"));

        receiver.Status = 204;
        await home.PostAsync("api/download/decline", new JsonObject { ["request_id"] = id });
        await ToldAsync(receiver, "offered");
        await ToldAsync(receiver, "declined");

        Assert.NotEmpty(down.AsArray());
        await home.BecomesAsync("the finding is over", "api/health", findings => findings.AsArray().All(f => (string)f!["id"]! != "webhook.down"));
    }

    [Fact]
    public async Task The_test_button_sends_to_the_address_that_is_typed_there()
    {
        await using var receiver = await EventReceiver.StartAsync();
        await using var home = await OpenAsync(receiver, settings => settings["webhook_url"] = "");
        var actions = home.Services.GetRequiredService<ISettingsActions>();

        var nothing = await actions.TestEventsAsync(new Dictionary<string, JsonElement>(), TestContext.Current.CancellationToken);
        var good = await actions.TestEventsAsync(Typed(receiver.Address), TestContext.Current.CancellationToken);
        receiver.Status = 404;
        var bad = await actions.TestEventsAsync(Typed(receiver.Address), TestContext.Current.CancellationToken);

        Assert.Empty(nothing);
        Assert.Equal(ConnectionStatus.Connected, Assert.Single(good).Status);
        Assert.Equal(["test"], receiver.Words);
        Assert.Equal(ConnectionStatus.Error, Assert.Single(bad).Status);
        Assert.NotEmpty(bad[0].Remedy!);
    }

    private static Dictionary<string, JsonElement> Typed(string address) => new() { ["webhook_url"] = JsonSerializer.SerializeToElement(address) };

    private static Task ToldAsync(EventReceiver receiver, string word) =>
        Eventually.BecomesAsync($"{word} is told", TimeSpan.FromSeconds(45), () => Task.FromResult(receiver.Words.FirstOrDefault(w => w == word)));

    private static Task<Home> OpenAsync(EventReceiver receiver, Action<JsonObject>? more = null) => Home.OpenAsync(
        world => world.FelRelease(world.Film("Movie", 2021, 900001)),
        settings =>
        {
            settings["webhook_url"] = receiver.Address;
            settings["webhook_secret"] = EventReceiver.Secret;
            more?.Invoke(settings);
        });

    private static async Task<string> AskedAsync(Home home)
    {
        await home.RunAsync("check-feeds");
        return (string)(await home.PendingAsync())[0]!["request_id"]!;
    }
}
