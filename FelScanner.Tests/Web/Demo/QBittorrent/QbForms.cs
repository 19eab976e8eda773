using System.Net.Http.Headers;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Web.Demo.QBittorrent;

internal static class QbForms
{
    public static MultipartFormDataContent Upload(byte[] torrent, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(torrent);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/x-bittorrent");
        form.Add(file, "torrents", "release.torrent");
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    public static async Task<WireClient> SignedInAsync(this SimulatedWorld world)
    {
        var client = new WireClient(world.Household.QBittorrent.Address, cookies: true);
        await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "spikepass1"));
        return client;
    }
}
