using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

internal static class RadarrKeys
{
    private static readonly KeyGroup Radarr = new("radarr", SettingsCatalogue.Connections);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Radarr.Url("radarr_url", "", "Address", "The address of Radarr as this program reaches it, for example http://radarr:7878.", (s, v) => s with { Radarr = s.Radarr with { Url = v } }),
        Radarr.Secret("radarr_api_key", "API key", "The key that Radarr shows under Settings, General.", (s, v) => s with { Radarr = s.Radarr with { ApiKey = v } }),
        Radarr.Text("radarr_root_path", "", "Root folder", "The folder under which every download must land, in Radarr's view; empty means Radarr's own root folders.", (s, v) => s with { Radarr = s.Radarr with { RootPath = v } }, TextRules.Folder),
        Radarr.Switch("radarr_rescan_after_download", false, "Rescan after a download", "Asks Radarr to look at the film's folder again once a download has arrived; Radarr tracks one file a film, and may then take the new one for it.", (s, v) => s with { Radarr = s.Radarr with { RescanAfterDownload = v } }),
    ];
}
