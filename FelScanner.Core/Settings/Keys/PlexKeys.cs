namespace FelScanner.Core.Settings.Keys;

internal static class PlexKeys
{
    private static readonly KeyGroup Plex = new("plex", SettingsCatalogue.Connections);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Plex.Url("plex_url", "", "Address", "The address of your Plex server as this program reaches it, for example http://plex:32400.", (s, v) => s with { Plex = s.Plex with { Url = v } }),
        Plex.Secret("plex_token", "Token", "The X-Plex-Token of an account that may read the libraries.", (s, v) => s with { Plex = s.Plex with { Token = v } }),
        Plex.Texts("library_names", [], "Libraries", "The movie libraries to compare with; none named means every movie library.", (s, v) => s with { Plex = s.Plex with { LibraryNames = v } }),
        Plex.Switch("plex_scan_after_download", true, "Scan after a download", "Asks Plex to scan the film's folder once a download has arrived.", (s, v) => s with { Plex = s.Plex with { ScanAfterDownload = v } }),
        Plex.Switch("plex_manage_collections", false, "Keep collections", "Keeps collections of your Dolby Vision, FEL and Atmos films in Plex up to date.", (s, v) => s with { Plex = s.Plex with { ManageCollections = v } }),
        Plex.Text("collection_all_dv", "All Dolby Vision", "Collection of all Dolby Vision", "The name of the collection of every Dolby Vision film; empty means none.", (s, v) => s with { Plex = s.Plex with { CollectionAllDv = v } }),
        Plex.Text("collection_p7_fel", "DV FEL Profile 7", "Collection of FEL", "The name of the collection of every film with a FEL copy; empty means none.", (s, v) => s with { Plex = s.Plex with { CollectionP7Fel = v } }),
        Plex.Switch("collection_fel_marked", true, "Marked films in the FEL collection", "Puts films that you marked as FEL by hand into the FEL collection too; off means proven ones only.", (s, v) => s with { Plex = s.Plex with { CollectionFelMarked = v } }),
        Plex.Text("collection_atmos", "TrueHD Atmos", "Collection of Atmos", "The name of the collection of every film with TrueHD Atmos; empty means none.", (s, v) => s with { Plex = s.Plex with { CollectionAtmos = v } }),
    ];
}
