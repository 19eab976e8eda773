using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Media;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Demo.World;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Torrents = FelScanner.Tests.Support.TorrentMaker;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What a download really is, read from its first megabytes while it runs: only qBittorrent's pieces say how much of it is there.</summary>
public sealed class EarlyTruth : IDisposable
{
    private const string Release = "Movie.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.Atmos.7.1-FraMeSToR";
    private const int Pictures = 1_300;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("felscanner-films-");

    [Fact]
    public async Task A_promised_FEL_that_is_MEL_is_asked_about_and_goes_on_until_a_person_stops_it()
    {
        await using var home = await OpenAsync(RpuRecipe.Mel);
        var card = await ApproveAsync(home);

        var question = await home.MessageAsync("the question", m => m.Id != card.Id && m.Buttons is [[{ Text: "Keep" }, { Text: "Stop and remove" }]]);
        var onCard = await home.MessageAsync("the card says it too", m => m.Id == card.Id && m.Text.Contains("MEL so far", StringComparison.Ordinal));
        var running = (await home.GetAsync("api/download/active")).AsArray();
        home.Telegram.Press(question.Id, question.Buttons[0][1].Data!);
        var row = await home.HistoryAsync("stopped");
        var answered = await home.MessageAsync("the question is closed", m => m.Id == question.Id && m.Buttons.Count == 0);

        Assert.Contains("not what was promised", question.Text, StringComparison.Ordinal);
        Assert.Contains(onCard.Buttons.SelectMany(buttons => buttons), button => button.Text == "Keep");
        Assert.Single(running);
        Assert.Equal("mel", (string)row["enhancement_layer"]!);
        Assert.Contains("Stopped by", answered.Text, StringComparison.Ordinal);
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
        Assert.Equal(2, home.Telegram.Messages.Count);
    }

    [Fact]
    public async Task Kept_on_the_page_it_runs_to_its_end_and_the_question_is_closed()
    {
        await using var home = await OpenAsync(RpuRecipe.Mel);
        var card = await ApproveAsync(home);
        var question = await home.MessageAsync("the question", m => m.Id != card.Id && m.Buttons.Count == 1);
        var id = (string)(await home.GetAsync("api/download/active")).AsArray()[0]!["request_id"]!;

        var outcome = await home.Services.GetRequiredService<IRequestActions>().KeepAsync(id, "Anna", TestContext.Current.CancellationToken);
        await home.MessageAsync("the question is closed", m => m.Id == question.Id && m.Buttons.Count == 0 && m.Text.Contains("Kept by Anna", StringComparison.Ordinal));
        var kept = await home.MessageAsync("the card has no question", m => m.Id == card.Id && m.Buttons.Count == 0 && m.Text.Contains("kept", StringComparison.Ordinal));

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        Assert.Contains("MEL so far", kept.Text, StringComparison.Ordinal);
        Assert.Single(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task A_film_without_any_Dolby_Vision_is_told_as_that()
    {
        await using var home = await OpenAsync(null);
        var card = await ApproveAsync(home);

        var question = await home.MessageAsync("the question", m => m.Id != card.Id && m.Buttons.Count == 1);

        Assert.Contains("no Dolby Vision", question.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proven_FEL_turns_the_message_and_the_row_gold_and_asks_nothing()
    {
        await using var home = await OpenAsync(RpuRecipe.Fel);
        var card = await ApproveAsync(home);

        var gold = await home.MessageAsync("the proof", m => m.Id == card.Id && m.Text.Contains("Proven FEL", StringComparison.Ordinal));
        var row = await Eventually.BecomesAsync("the row is gold", TimeSpan.FromSeconds(20), () => Task.FromResult(
            home.Services.GetRequiredService<IDownloadBoard>().Now.Select(FelScanner.Web.Live.Dashboard.DownloadRow.Of).FirstOrDefault(r => r.Layer.Text == "FEL proven")));

        Assert.Contains("Downloading", gold.Text, StringComparison.Ordinal);
        Assert.Empty(gold.Buttons);
        Assert.Equal("gold", row.Bar);
        Assert.Single(home.Telegram.Messages);
    }

    [Fact]
    public async Task A_file_with_qBittorrents_own_ending_is_found_as_well()
    {
        await using var home = await OpenAsync(RpuRecipe.Fel, ".!qB");
        var card = await ApproveAsync(home);

        await home.MessageAsync("the proof", m => m.Id == card.Id && m.Text.Contains("Proven FEL", StringComparison.Ordinal));
    }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A film of 78 MB that takes half a minute, and is known after its first third.</summary>
    private async Task<Home> OpenAsync(RpuRecipe? rpu, string ending = "")
    {
        var world = await SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromSeconds(32) } });
        var film = new MatroskaWriter { Record = rpu is null ? null : Picture.Record(7, layer: true, 6) }.Write(Picture.Film(Pictures, rpu, sliceBytes: 60_000));
        var home = await Home.OpenAsync(
            w => w.Household.Tracker.Publish(Release, film.Length, MediaInfoText.For("Movie", SimPicture.P7Fel, SimSound.TrueHdAtmos, film.Length), r => r with { TmdbId = w.Film("Movie", 2021, 900001).TmdbId, Torrent = Torrents.Single(Release + ".mkv", film.Length) }),
            settings => settings["path_mappings"] = new JsonArray(new JsonObject { ["service"] = "local", ["from"] = "/movies", ["to"] = _root.FullName }),
            world);
        world.Household.QBittorrent.OnAdded = _ => File.WriteAllBytes(Path.Combine(_root.CreateSubdirectory("Movie (2021)").FullName, $"{Release}.mkv{ending}"), film);
        return home;
    }

    private static async Task<SimMessage> ApproveAsync(Home home)
    {
        await home.RunAsync("check-feeds");
        var card = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        home.Telegram.Press(card.Id, card.Buttons[0][0].Data!);
        return card;
    }
}
