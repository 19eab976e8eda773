using System.Globalization;
using System.Net.Http.Headers;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>The form of torrents/add. A version ignores the fields it does not know: "paused" is 4.x, "stopped" 5.x; "root_folder" is what "contentLayout" was before 4.3.2.</summary>
internal static class QBittorrentUpload
{
    public static HttpContent Form(TorrentToAdd torrent)
    {
        var form = new MultipartFormDataContent();
        if (torrent.File is { } file)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-bittorrent");
            form.Add(content, "torrents", torrent.Hash + ".torrent");
        }
        else
        {
            form.Add(new StringContent(torrent.MagnetLink ?? ""), "urls");
        }

        foreach (var (name, value) in Fields(torrent))
            form.Add(new StringContent(value), name);
        return form;
    }

    private static IEnumerable<(string Name, string Value)> Fields(TorrentToAdd torrent)
    {
        yield return ("savepath", torrent.SavePath);
        yield return ("category", torrent.Category);
        yield return ("tags", torrent.Tag);
        yield return ("paused", Word(torrent.Paused));
        yield return ("stopped", Word(torrent.Paused));
        // With automatic management the save path would be ignored.
        yield return ("autoTMM", "false");
        yield return ("contentLayout", "NoSubfolder");
        yield return ("root_folder", "false");
        yield return ("sequentialDownload", Word(torrent.Sequential));
        yield return ("firstLastPiecePrio", Word(torrent.Sequential));
        if (torrent.StopAtMetadata)
            yield return ("stopCondition", "MetadataReceived");
        if (torrent.UploadLimit > 0)
            yield return ("upLimit", (torrent.UploadLimit * 1024L).ToString(CultureInfo.InvariantCulture));
    }

    private static string Word(bool value) => value ? "true" : "false";
}
