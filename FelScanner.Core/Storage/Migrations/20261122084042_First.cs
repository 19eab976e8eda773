using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FelScanner.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                    table.CheckConstraint("CK_accounts_one_owner", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "activity",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    sentence = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", nullable: true),
                    film_id = table.Column<long>(type: "INTEGER", nullable: true),
                    release_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "card_places",
                columns: table => new
                {
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    chat_id = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    has_photo = table.Column<bool>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_places", x => new { x.card_id, x.chat_id });
                });

            migrationBuilder.CreateTable(
                name: "download_history",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    release_id = table.Column<long>(type: "INTEGER", nullable: false),
                    film_id = table.Column<long>(type: "INTEGER", nullable: true),
                    movie_title = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    torrent_title = table.Column<string>(type: "TEXT", nullable: false),
                    quality_type = table.Column<string>(type: "TEXT", nullable: false),
                    torrent_hash = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_in = table.Column<string>(type: "TEXT", nullable: true),
                    enhancement_layer = table.Column<string>(type: "TEXT", nullable: true),
                    size = table.Column<long>(type: "INTEGER", nullable: true),
                    download_data = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    completed_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_download_history", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    file_key = table.Column<string>(type: "TEXT", nullable: false),
                    file_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<int>(type: "INTEGER", nullable: false),
                    layer = table.Column<int>(type: "INTEGER", nullable: false),
                    profile = table.Column<int>(type: "INTEGER", nullable: true),
                    compatibility_id = table.Column<int>(type: "INTEGER", nullable: true),
                    hdr10_plus = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    opened = table.Column<bool>(type: "INTEGER", nullable: false),
                    complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    probed_bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    probed_file_changed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "films",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    other_titles = table.Column<string>(type: "TEXT", nullable: true),
                    tmdb_id = table.Column<int>(type: "INTEGER", nullable: true),
                    imdb_id = table.Column<string>(type: "TEXT", nullable: true),
                    added_at = table.Column<string>(type: "TEXT", nullable: true),
                    match_key = table.Column<string>(type: "TEXT", nullable: false),
                    title_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    dolby_vision = table.Column<bool>(type: "INTEGER", nullable: false),
                    atmos = table.Column<bool>(type: "INTEGER", nullable: false),
                    resolution = table.Column<int>(type: "INTEGER", nullable: false),
                    copy_count = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    bitrate_kbps = table.Column<int>(type: "INTEGER", nullable: false),
                    unreadable = table.Column<bool>(type: "INTEGER", nullable: false),
                    unanalysed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_films", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notebook",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notebook", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: true),
                    not_before = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pending_downloads",
                columns: table => new
                {
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    release_id = table.Column<long>(type: "INTEGER", nullable: false),
                    film_id = table.Column<long>(type: "INTEGER", nullable: true),
                    movie_title = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    torrent_url = table.Column<string>(type: "TEXT", nullable: true),
                    target_folder = table.Column<string>(type: "TEXT", nullable: false),
                    quality_type = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    telegram_message_id = table.Column<long>(type: "INTEGER", nullable: true),
                    download_data = table.Column<string>(type: "TEXT", nullable: false),
                    torrent_hash = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: true),
                    approved_at = table.Column<string>(type: "TEXT", nullable: true),
                    completed_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_downloads", x => x.request_id);
                });

            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    feed = table.Column<string>(type: "TEXT", nullable: false),
                    feed_id = table.Column<string>(type: "TEXT", nullable: true),
                    info_hash = table.Column<string>(type: "TEXT", nullable: true),
                    tmdb_id = table.Column<int>(type: "INTEGER", nullable: true),
                    imdb_id = table.Column<string>(type: "TEXT", nullable: true),
                    bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    seeders = table.Column<int>(type: "INTEGER", nullable: true),
                    freeleech = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_at = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen = table.Column<string>(type: "TEXT", nullable: false),
                    last_seen = table.Column<string>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", nullable: true),
                    film_id = table.Column<long>(type: "INTEGER", nullable: true),
                    request_id = table.Column<string>(type: "TEXT", nullable: true),
                    available = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_reading = table.Column<bool>(type: "INTEGER", nullable: false),
                    blocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    judge_again = table.Column<bool>(type: "INTEGER", nullable: false),
                    evidence = table.Column<int>(type: "INTEGER", nullable: false),
                    maybe_fel = table.Column<bool>(type: "INTEGER", nullable: false),
                    judged_at = table.Column<string>(type: "TEXT", nullable: true),
                    query = table.Column<string>(type: "TEXT", nullable: true),
                    details_url = table.Column<string>(type: "TEXT", nullable: true),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    magnet_link = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_releases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    seen = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    removed = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<string>(type: "TEXT", nullable: false),
                    ip = table.Column<string>(type: "TEXT", nullable: true),
                    agent = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id_hash);
                });

            migrationBuilder.CreateTable(
                name: "film_items",
                columns: table => new
                {
                    plex_key = table.Column<string>(type: "TEXT", nullable: false),
                    film_id = table.Column<long>(type: "INTEGER", nullable: false),
                    section_key = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    other_titles = table.Column<string>(type: "TEXT", nullable: true),
                    tmdb_id = table.Column<int>(type: "INTEGER", nullable: true),
                    imdb_id = table.Column<string>(type: "TEXT", nullable: true),
                    added_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_film_items", x => x.plex_key);
                    table.ForeignKey(
                        name: "FK_film_items_films_film_id",
                        column: x => x.film_id,
                        principalTable: "films",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "judgements",
                columns: table => new
                {
                    release_id = table.Column<long>(type: "INTEGER", nullable: false),
                    parsed = table.Column<string>(type: "TEXT", nullable: false),
                    offered = table.Column<string>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    film_title = table.Column<string>(type: "TEXT", nullable: true),
                    film_year = table.Column<int>(type: "INTEGER", nullable: true),
                    film_tmdb_id = table.Column<int>(type: "INTEGER", nullable: true),
                    candidates = table.Column<string>(type: "TEXT", nullable: false),
                    film_picked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgements", x => x.release_id);
                    table.ForeignKey(
                        name: "FK_judgements_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "copies",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plex_key = table.Column<string>(type: "TEXT", nullable: false),
                    media_id = table.Column<string>(type: "TEXT", nullable: true),
                    library = table.Column<string>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", nullable: true),
                    more_files = table.Column<string>(type: "TEXT", nullable: true),
                    file_key = table.Column<string>(type: "TEXT", nullable: false),
                    file_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    analysed = table.Column<bool>(type: "INTEGER", nullable: false),
                    resolution = table.Column<int>(type: "INTEGER", nullable: false),
                    dolby_vision = table.Column<bool>(type: "INTEGER", nullable: true),
                    profile = table.Column<int>(type: "INTEGER", nullable: true),
                    compatibility_id = table.Column<int>(type: "INTEGER", nullable: true),
                    layer = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence = table.Column<int>(type: "INTEGER", nullable: false),
                    hdr = table.Column<int>(type: "INTEGER", nullable: false),
                    audio = table.Column<string>(type: "TEXT", nullable: true),
                    atmos = table.Column<bool>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    remux = table.Column<bool>(type: "INTEGER", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    bitrate_kbps = table.Column<int>(type: "INTEGER", nullable: true),
                    video_codec = table.Column<string>(type: "TEXT", nullable: true),
                    container = table.Column<string>(type: "TEXT", nullable: true),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    audio_tracks = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_copies", x => x.id);
                    table.ForeignKey(
                        name: "FK_copies_film_items_plex_key",
                        column: x => x.plex_key,
                        principalTable: "film_items",
                        principalColumn: "plex_key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_activity_at",
                table: "activity",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_activity_film_id",
                table: "activity",
                column: "film_id");

            migrationBuilder.CreateIndex(
                name: "IX_activity_release_id",
                table: "activity",
                column: "release_id");

            migrationBuilder.CreateIndex(
                name: "IX_activity_request_id",
                table: "activity",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_copies_file_key_file_bytes",
                table: "copies",
                columns: new[] { "file_key", "file_bytes" });

            migrationBuilder.CreateIndex(
                name: "IX_copies_plex_key",
                table: "copies",
                column: "plex_key");

            migrationBuilder.CreateIndex(
                name: "IX_download_history_card_id",
                table: "download_history",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_download_history_film_id",
                table: "download_history",
                column: "film_id");

            migrationBuilder.CreateIndex(
                name: "IX_download_history_movie_title",
                table: "download_history",
                column: "movie_title");

            migrationBuilder.CreateIndex(
                name: "IX_download_history_release_id",
                table: "download_history",
                column: "release_id");

            migrationBuilder.CreateIndex(
                name: "IX_download_history_request_id",
                table: "download_history",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_download_history_started_at",
                table: "download_history",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_download_history_status",
                table: "download_history",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_notes_file_key_file_bytes_origin",
                table: "evidence_notes",
                columns: new[] { "file_key", "file_bytes", "origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_film_items_film_id",
                table: "film_items",
                column: "film_id");

            migrationBuilder.CreateIndex(
                name: "IX_films_imdb_id",
                table: "films",
                column: "imdb_id");

            migrationBuilder.CreateIndex(
                name: "IX_films_kind",
                table: "films",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_films_match_key",
                table: "films",
                column: "match_key");

            migrationBuilder.CreateIndex(
                name: "IX_films_title_key",
                table: "films",
                column: "title_key");

            migrationBuilder.CreateIndex(
                name: "IX_films_tmdb_id",
                table: "films",
                column: "tmdb_id");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_kind_key",
                table: "outbox",
                columns: new[] { "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_not_before",
                table: "outbox",
                column: "not_before");

            migrationBuilder.CreateIndex(
                name: "IX_pending_downloads_card_id",
                table: "pending_downloads",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_pending_downloads_created_at",
                table: "pending_downloads",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_pending_downloads_film_id",
                table: "pending_downloads",
                column: "film_id");

            migrationBuilder.CreateIndex(
                name: "IX_pending_downloads_movie_title",
                table: "pending_downloads",
                column: "movie_title");

            migrationBuilder.CreateIndex(
                name: "IX_pending_downloads_release_id",
                table: "pending_downloads",
                column: "release_id",
                unique: true,
                filter: "release_id > 0 AND status <> 'completed'");

            migrationBuilder.CreateIndex(
                name: "IX_pending_downloads_status",
                table: "pending_downloads",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "IX_releases_available",
                table: "releases",
                column: "available",
                filter: "available = 1");

            migrationBuilder.CreateIndex(
                name: "IX_releases_feed_feed_id",
                table: "releases",
                columns: new[] { "feed", "feed_id" });

            migrationBuilder.CreateIndex(
                name: "IX_releases_film_id",
                table: "releases",
                column: "film_id");

            migrationBuilder.CreateIndex(
                name: "IX_releases_info_hash",
                table: "releases",
                column: "info_hash");

            migrationBuilder.CreateIndex(
                name: "IX_releases_name_key",
                table: "releases",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "IX_releases_verdict_available_first_seen",
                table: "releases",
                columns: new[] { "verdict", "available", "first_seen" });

            migrationBuilder.CreateIndex(
                name: "IX_releases_waiting",
                table: "releases",
                column: "judged_at",
                filter: "judge_again = 1");

            migrationBuilder.CreateIndex(
                name: "IX_scans_started_at",
                table: "scans",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "activity");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "card_places");

            migrationBuilder.DropTable(
                name: "copies");

            migrationBuilder.DropTable(
                name: "download_history");

            migrationBuilder.DropTable(
                name: "evidence_notes");

            migrationBuilder.DropTable(
                name: "judgements");

            migrationBuilder.DropTable(
                name: "notebook");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "pending_downloads");

            migrationBuilder.DropTable(
                name: "scans");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "film_items");

            migrationBuilder.DropTable(
                name: "releases");

            migrationBuilder.DropTable(
                name: "films");
        }
    }
}
