using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.IpTorrents;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The payload of docs/guides/autobrr.md, filled in as autobrr does, is taken by the API.</summary>
public sealed class AutobrrGuide
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_guides_payload_makes_one_request_however_often_it_is_sent(bool sizeIsTold)
    {
        SimRelease release = null!;
        await using var home = await Home.OpenAsync(world => release = world.FelRelease(world.Film()));
        var url = new Uri(home.World.Household.IpTorrents.Address, IpTorrentsPages.Download(release)).ToString();
        var payload = Payload(("TorrentName", release.Name), ("TorrentUrl", url), ("MagnetURI", ""), ("Size", sizeIsTold ? release.Bytes : 0L), ("Indexer", "iptorrents"));

        var (status, first) = await home.PostAsync("api/releases", payload);
        var (_, second) = await home.PostAsync("api/releases", payload);

        Assert.Equal((HttpStatusCode.OK, "pending_approval"), (status, (string)first["status"]!));
        Assert.Equal((string)first["request_id"]!, (string)second["request_id"]!);
        Assert.Single(await home.PendingAsync());
    }

    private static JsonObject Payload(params (string Macro, object Value)[] values)
    {
        var guide = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "guides", "autobrr.md"));
        var text = guide.Split("```json")[1].Split("```")[0];
        foreach (var (macro, value) in values)
        {
            text = text.Replace($"{{{{ .{macro} | toJson }}}}", JsonSerializer.Serialize(value), StringComparison.Ordinal)
                .Replace($"{{{{ .{macro} }}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return JsonNode.Parse(text)!.AsObject();
    }
}
