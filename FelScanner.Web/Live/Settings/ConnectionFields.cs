namespace FelScanner.Web.Live.Settings;

internal static class ConnectionFields
{
    public static IReadOnlyList<SettingSection> Sections { get; } =
    [
        new("Plex",
        [
            new("plex_url", "Address", "As this program reaches it, with port.") { Placeholder = "http://plex:32400" },
            new("plex_token", "Token", "In Plex: any film, ⋯, Get info, View XML; it stands at the end of the address as X-Plex-Token.", FieldKind.Secret),
            new("library_names", "Libraries", "One name a line. Empty: every movie library.", FieldKind.Lines),
            new("plex_scan_after_download", "Scan the folder when a film arrives", "So that Plex shows the new version within a minute.", FieldKind.Switch),
            new("plex_manage_collections", "Keep collections", "Three collections in Plex that always hold the right films.", FieldKind.Switch),
            new("collection_all_dv", "All Dolby Vision", "The collection's name in Plex.") { Sub = true },
            new("collection_p7_fel", "Profile 7 FEL", "The collection's name in Plex.") { Sub = true },
            new("collection_fel_marked", "Marked films too", "What you marked as FEL by hand joins the FEL collection. Off: only what a file has proven.", FieldKind.Switch) { Sub = true },
            new("collection_atmos", "TrueHD Atmos", "The collection's name in Plex.") { Sub = true },
        ], "plex"),
        new("Radarr",
        [
            new("radarr_url", "Address", "As this program reaches it, with port.") { Placeholder = "http://radarr:7878" },
            new("radarr_api_key", "API key", "In Radarr: Settings, General, Security.", FieldKind.Secret),
            new("radarr_rescan_after_download", "Let Radarr look again when a film arrives", "Off: Radarr keeps the file it knows. On: it may prefer the new one, and rename or replace.", FieldKind.Switch),
        ], "radarr"),
        new("qBittorrent",
        [
            new("qbittorrent_host", "Host", "Name or address, without http.") { Placeholder = "qbittorrent" },
            new("qbittorrent_port", "Port", "The Web UI's port.", FieldKind.Number),
            new("qbittorrent_username", "User", "Empty when qBittorrent lets this machine in without a login."),
            new("qbittorrent_password", "Password", "A wrong one is tried once, then never again until you change or test it: five failures shut this machine out for an hour.", FieldKind.Secret),
            new("qbittorrent_https", "Use https", "Only when the Web UI itself has a certificate.", FieldKind.Switch),
            new("qbittorrent_verify_tls", "Check its certificate", "Off only for a certificate you made yourself.", FieldKind.Switch) { Sub = true },
            new("qbittorrent_base_path", "Path", "Behind a reverse proxy, such as /qbittorrent. Else empty."),
        ], "qbittorrent"),
        new("Telegram",
        [
            new("telegram_token", "Bot token", "Write /newbot to @BotFather in Telegram; it answers with the token.", FieldKind.Secret),
            new("telegram_chat_id", "Chat", "The id of the chat to ask in: a person's or a group's. Write to @userinfobot to learn yours."),
            new("telegram_allowed_user_ids", "Who may decide", "One user id a line. Empty: you, in a private chat; nobody in a group.", FieldKind.Lines) { Numbers = true },
            new("telegram_mode", "How presses arrive", "Asking needs nothing. A webhook needs this program to be reachable from the internet by https.", FieldKind.Choice) { Choices = [("polling", "This program asks Telegram"), ("webhook", "Telegram calls this program")] },
            new("telegram_webhook_url", "Webhook address", "The https address that Telegram calls.") { Sub = true },
            new("telegram_webhook_secret", "Webhook secret", "Proves that a call comes from Telegram. Made by itself.", FieldKind.Secret) { Sub = true },
            new("telegram_api_url", "Bot API address", "Change it only for a Bot API server of your own."),
        ], "telegram"),
    ];
}
