CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "accounts" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_accounts" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    CONSTRAINT "CK_accounts_one_owner" CHECK (id = 1)
);
CREATE TABLE "activity" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_activity" PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "request_id" TEXT NULL,
    "film_id" INTEGER NULL,
    "release_id" INTEGER NULL,
    "at" TEXT NOT NULL
);
CREATE TABLE "api_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "last_used_at" TEXT NULL
);
CREATE TABLE "card_places" (
    "card_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "has_photo" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "sent_at" TEXT NOT NULL,
    CONSTRAINT "PK_card_places" PRIMARY KEY ("card_id", "chat_id")
);
CREATE TABLE "download_history" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_download_history" PRIMARY KEY AUTOINCREMENT,
    "request_id" TEXT NOT NULL,
    "card_id" TEXT NOT NULL,
    "release_id" INTEGER NOT NULL,
    "film_id" INTEGER NULL,
    "movie_title" TEXT NOT NULL,
    "year" INTEGER NULL,
    "torrent_title" TEXT NOT NULL,
    "quality_type" TEXT NOT NULL,
    "torrent_hash" TEXT NULL,
    "status" TEXT NOT NULL,
    "decided_by" TEXT NULL,
    "decided_in" TEXT NULL,
    "enhancement_layer" TEXT NULL,
    "size" INTEGER NULL,
    "download_data" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "completed_at" TEXT NULL,
    "ended_at" TEXT NULL
);
CREATE TABLE "evidence_notes" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_evidence_notes" PRIMARY KEY AUTOINCREMENT,
    "file_key" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "evidence" INTEGER NOT NULL,
    "layer" INTEGER NOT NULL,
    "profile" INTEGER NULL,
    "compatibility_id" INTEGER NULL,
    "hdr10_plus" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "opened" INTEGER NOT NULL,
    "complete" INTEGER NOT NULL,
    "probed_bytes" INTEGER NULL,
    "probed_file_changed_at" TEXT NULL
);
CREATE TABLE "films" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_films" PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "year" INTEGER NULL,
    "other_titles" TEXT NULL,
    "tmdb_id" INTEGER NULL,
    "imdb_id" TEXT NULL,
    "added_at" TEXT NULL,
    "match_key" TEXT NOT NULL,
    "title_key" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "dolby_vision" INTEGER NOT NULL,
    "atmos" INTEGER NOT NULL,
    "resolution" INTEGER NOT NULL,
    "copy_count" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "bitrate_kbps" INTEGER NOT NULL,
    "unreadable" INTEGER NOT NULL,
    "unanalysed" INTEGER NOT NULL
);
CREATE TABLE "notebook" (
    "key" TEXT NOT NULL CONSTRAINT "PK_notebook" PRIMARY KEY,
    "value" TEXT NOT NULL
);
CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NULL,
    "not_before" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "last_error" TEXT NULL
);
CREATE TABLE "pending_downloads" (
    "request_id" TEXT NOT NULL CONSTRAINT "PK_pending_downloads" PRIMARY KEY,
    "card_id" TEXT NOT NULL,
    "release_id" INTEGER NOT NULL,
    "film_id" INTEGER NULL,
    "movie_title" TEXT NOT NULL,
    "year" INTEGER NULL,
    "torrent_url" TEXT NULL,
    "target_folder" TEXT NOT NULL,
    "quality_type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "telegram_message_id" INTEGER NULL,
    "download_data" TEXT NOT NULL,
    "torrent_hash" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "approved_at" TEXT NULL,
    "completed_at" TEXT NULL
);
CREATE TABLE "releases" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_releases" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "feed_id" TEXT NULL,
    "info_hash" TEXT NULL,
    "tmdb_id" INTEGER NULL,
    "imdb_id" TEXT NULL,
    "bytes" INTEGER NULL,
    "seeders" INTEGER NULL,
    "freeleech" INTEGER NOT NULL,
    "published_at" TEXT NULL,
    "first_seen" TEXT NOT NULL,
    "last_seen" TEXT NOT NULL,
    "verdict" TEXT NULL,
    "film_id" INTEGER NULL,
    "request_id" TEXT NULL,
    "available" INTEGER NOT NULL,
    "first_reading" INTEGER NOT NULL,
    "blocked" INTEGER NOT NULL,
    "judge_again" INTEGER NOT NULL,
    "evidence" INTEGER NOT NULL,
    "maybe_fel" INTEGER NOT NULL,
    "judged_at" TEXT NULL,
    "query" TEXT NULL,
    "details_url" TEXT NULL,
    "url" TEXT NULL,
    "magnet_link" TEXT NULL,
    "description" TEXT NULL
);
CREATE TABLE "scans" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_scans" PRIMARY KEY AUTOINCREMENT,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "result" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "error" TEXT NULL
);
CREATE TABLE "sessions" (
    "id_hash" TEXT NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "created_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL,
    "ip" TEXT NULL,
    "agent" TEXT NULL
);
CREATE TABLE "film_items" (
    "plex_key" TEXT NOT NULL CONSTRAINT "PK_film_items" PRIMARY KEY,
    "film_id" INTEGER NOT NULL,
    "section_key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NULL,
    "other_titles" TEXT NULL,
    "tmdb_id" INTEGER NULL,
    "imdb_id" TEXT NULL,
    "added_at" TEXT NULL,
    CONSTRAINT "FK_film_items_films_film_id" FOREIGN KEY ("film_id") REFERENCES "films" ("id") ON DELETE CASCADE
);
CREATE TABLE "judgements" (
    "release_id" INTEGER NOT NULL CONSTRAINT "PK_judgements" PRIMARY KEY,
    "parsed" TEXT NOT NULL,
    "offered" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "film_title" TEXT NULL,
    "film_year" INTEGER NULL,
    "film_tmdb_id" INTEGER NULL,
    "candidates" TEXT NOT NULL,
    "film_picked" INTEGER NOT NULL,
    CONSTRAINT "FK_judgements_releases_release_id" FOREIGN KEY ("release_id") REFERENCES "releases" ("id") ON DELETE CASCADE
);
CREATE TABLE "copies" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_copies" PRIMARY KEY AUTOINCREMENT,
    "plex_key" TEXT NOT NULL,
    "media_id" TEXT NULL,
    "library" TEXT NULL,
    "path" TEXT NULL,
    "more_files" TEXT NULL,
    "file_key" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "analysed" INTEGER NOT NULL,
    "resolution" INTEGER NOT NULL,
    "dolby_vision" INTEGER NULL,
    "profile" INTEGER NULL,
    "compatibility_id" INTEGER NULL,
    "layer" INTEGER NOT NULL,
    "evidence" INTEGER NOT NULL,
    "hdr" INTEGER NOT NULL,
    "audio" TEXT NULL,
    "atmos" INTEGER NULL,
    "source" TEXT NULL,
    "remux" INTEGER NOT NULL,
    "bytes" INTEGER NULL,
    "bitrate_kbps" INTEGER NULL,
    "video_codec" TEXT NULL,
    "container" TEXT NULL,
    "width" INTEGER NULL,
    "height" INTEGER NULL,
    "audio_tracks" TEXT NULL,
    CONSTRAINT "FK_copies_film_items_plex_key" FOREIGN KEY ("plex_key") REFERENCES "film_items" ("plex_key") ON DELETE CASCADE
);
INSERT INTO "__EFMigrationsHistory" VALUES ('20261122084042_First', '10.0.14');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123020709_HistorySearch', '10.0.14');
INSERT INTO "accounts" VALUES (1, 'anna', 'hash', '2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.000Z');
INSERT INTO "activity" VALUES (1, 'offered', 'Ada', 'telegram', 'Ada offered Dune.', 'r1', 1, NULL, '2026-01-31T12:00:00.000Z');
INSERT INTO "activity" VALUES (2, 'offered', 'Ada', 'telegram', 'Ada offered Dune.', 'r2', NULL, NULL, '2026-01-31T12:00:00.000Z');
INSERT INTO "activity" VALUES (3, 'approved', 'Ada', 'telegram', 'Ada approved Dune.', 'r2', NULL, NULL, '2026-01-31T12:00:00.000Z');
INSERT INTO "api_keys" VALUES (1, 'phone', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 'Read', '2026-01-31T12:00:00.000Z', NULL);
INSERT INTO "download_history" VALUES (1, 'r2', 'r2', 0, NULL, 'Heat', 2021, 'Heat.2021.2160p.UHD.BluRay.REMUX.DV.FEL-GRP', 'fel', NULL, 'approved', 'Ada', 'telegram', NULL, 70000000000, '{"request_id":"r2","card_id":"r2","status":"approved","release_id":0,"film_id":null,"movie_title":"Heat","year":2021,"tmdb_id":438631,"imdb_id":null,"radarr_id":null,"torrent_title":"Heat.2021.2160p.UHD.BluRay.REMUX.DV.FEL-GRP","torrent_url":"enc:v1:CfDJ8L8tPTTqKBVLq44Zey3hZuon0BP0sZXLszypQSOEsZU9yIGsuDQN6kAudGCyUY57pzXXmtIGq0Ct04GJ6cm6A5KsnawdxL1Z5WRV0f-4WxTivMEOxUWN9sjNMYv_DVCVhaWyIOfqIzrUNAqo5QZVNxqdCyHaOUBislq8V5KweTWqSME6wUO9SclpaUehro2UWyv17hJ6kNXd8xERRzKd6YQ","magnet_link":null,"feed":"iptorrents","group":"GRP","bytes":70000000000,"seeders":12,"quality_type":"fel","current":{"resolution":"p2160","dolby_vision":true,"profile":5,"compatibility_id":null,"layer":"unknown","evidence":"none","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000},"offered":{"resolution":"p2160","dolby_vision":true,"profile":7,"compatibility_id":null,"layer":"fel","evidence":"told","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000},"upgrade_reason":"DV P5 \u2192 P7 FEL","warnings":["Layer only claimed"],"costs":[],"target_folder":"/media/Dune (2021)","created_at":"2026-01-31T12:00:00.000Z","offered_at":"2026-01-31T12:00:00.000Z","expires_at":"2026-02-01T12:00:00.000Z","snoozed_until":null,"approved_at":"2026-01-31T12:01:00.000Z","completed_at":null,"decided_at":"2026-01-31T12:01:00.000Z","decided_by":"Ada","decided_in":"telegram","decision_reason":null,"force":false,"torrent_hash":null,"attempts":0,"next_try_at":null,"error":null,"failing_since":null,"times_gone":0,"inspected":false,"choices":null,"progress":0,"arrived_layer":"unknown","layer_proven":false,"probe_reason":null,"arrived_profile":null,"in_plex":false,"asked_to_stop":false,"kept":false,"stop_asked_by":null,"resume_asked_by":null}', '2026-01-31T12:01:00.000Z', NULL, NULL);
INSERT INTO "films" VALUES (1, 'Dune', 2021, NULL, 438631, 'tt1160419', '2026-01-31T12:00:00.000Z', 'dune|2021', 'dune', 30, 0, 0, 2160, 1, 60000000000, 80000, 0, 0);
INSERT INTO "notebook" VALUES ('telegram.offset', '42');
INSERT INTO "outbox" VALUES (1, 'Card', 'r1', NULL, '2026-01-31T12:00:00.000Z', 0, 1, '2026-01-31T12:00:00.000Z', NULL);
INSERT INTO "outbox" VALUES (2, 'Card', 'r2', NULL, '2026-01-31T12:00:00.000Z', 0, 1, '2026-01-31T12:00:00.000Z', NULL);
INSERT INTO "outbox" VALUES (3, 'Note', 'n1', 'a note', '2026-01-31T12:00:00.000Z', 0, 1, '2026-01-31T12:00:00.000Z', NULL);
INSERT INTO "pending_downloads" VALUES ('r1', 'r1', 1, 1, 'Dune', 2021, 'https://tracker.example/download/1/a.torrent', '/media/Dune (2021)', 'fel', 'pending', NULL, '{"request_id":"r1","card_id":"r1","status":"pending","release_id":1,"film_id":1,"movie_title":"Dune","year":2021,"tmdb_id":438631,"imdb_id":null,"radarr_id":null,"torrent_title":"Dune.2021.2160p.UHD.BluRay.REMUX.DV.FEL-GRP","torrent_url":"enc:v1:CfDJ8L8tPTTqKBVLq44Zey3hZuouwZknupnkYWjYP9HAbSvyvjsstAnExRZ_rfmSMyMJACUgmQzOZG_bAq3A1IBz6jFpIip51nFgyhN2wyPCvO3vgX3CgnOrc5nmE0Iiy-iXn5vGZvnl0mSdUypTKmZyR5aYuH-qZgjiXRSTbLT35dxIRpHXJ1yspuYL7zyYujgyAWeKl8DjD3bPvGGZkXBfJLA","magnet_link":null,"feed":"iptorrents","group":"GRP","bytes":70000000000,"seeders":12,"quality_type":"fel","current":{"resolution":"p2160","dolby_vision":true,"profile":5,"compatibility_id":null,"layer":"unknown","evidence":"none","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000},"offered":{"resolution":"p2160","dolby_vision":true,"profile":7,"compatibility_id":null,"layer":"fel","evidence":"told","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000},"upgrade_reason":"DV P5 \u2192 P7 FEL","warnings":["Layer only claimed"],"costs":[],"target_folder":"/media/Dune (2021)","created_at":"2026-01-31T12:00:00.000Z","offered_at":"2026-01-31T12:00:00.000Z","expires_at":"2026-02-01T12:00:00.000Z","snoozed_until":null,"approved_at":null,"completed_at":null,"decided_at":null,"decided_by":null,"decided_in":null,"decision_reason":null,"force":false,"torrent_hash":null,"attempts":0,"next_try_at":null,"error":null,"failing_since":null,"times_gone":0,"inspected":false,"choices":null,"progress":0,"arrived_layer":"unknown","layer_proven":false,"probe_reason":null,"arrived_profile":null,"in_plex":false,"asked_to_stop":false,"kept":false,"stop_asked_by":null,"resume_asked_by":null}', NULL, '2026-01-31T12:00:00.000Z', '2026-02-01T12:00:00.000Z', NULL, NULL);
INSERT INTO "pending_downloads" VALUES ('r2', 'r2', 0, NULL, 'Heat', 2021, 'https://tracker.example/download/1/a.torrent', '/media/Dune (2021)', 'fel', 'approved', NULL, '{"request_id":"r2","card_id":"r2","status":"approved","release_id":0,"film_id":null,"movie_title":"Heat","year":2021,"tmdb_id":438631,"imdb_id":null,"radarr_id":null,"torrent_title":"Heat.2021.2160p.UHD.BluRay.REMUX.DV.FEL-GRP","torrent_url":"enc:v1:CfDJ8L8tPTTqKBVLq44Zey3hZuon0BP0sZXLszypQSOEsZU9yIGsuDQN6kAudGCyUY57pzXXmtIGq0Ct04GJ6cm6A5KsnawdxL1Z5WRV0f-4WxTivMEOxUWN9sjNMYv_DVCVhaWyIOfqIzrUNAqo5QZVNxqdCyHaOUBislq8V5KweTWqSME6wUO9SclpaUehro2UWyv17hJ6kNXd8xERRzKd6YQ","magnet_link":null,"feed":"iptorrents","group":"GRP","bytes":70000000000,"seeders":12,"quality_type":"fel","current":{"resolution":"p2160","dolby_vision":true,"profile":5,"compatibility_id":null,"layer":"unknown","evidence":"none","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000},"offered":{"resolution":"p2160","dolby_vision":true,"profile":7,"compatibility_id":null,"layer":"fel","evidence":"told","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000},"upgrade_reason":"DV P5 \u2192 P7 FEL","warnings":["Layer only claimed"],"costs":[],"target_folder":"/media/Dune (2021)","created_at":"2026-01-31T12:00:00.000Z","offered_at":"2026-01-31T12:00:00.000Z","expires_at":"2026-02-01T12:00:00.000Z","snoozed_until":null,"approved_at":"2026-01-31T12:01:00.000Z","completed_at":null,"decided_at":"2026-01-31T12:01:00.000Z","decided_by":"Ada","decided_in":"telegram","decision_reason":null,"force":false,"torrent_hash":null,"attempts":0,"next_try_at":null,"error":null,"failing_since":null,"times_gone":0,"inspected":false,"choices":null,"progress":0,"arrived_layer":"unknown","layer_proven":false,"probe_reason":null,"arrived_profile":null,"in_plex":false,"asked_to_stop":false,"kept":false,"stop_asked_by":null,"resume_asked_by":null}', NULL, '2026-01-31T12:00:00.000Z', '2026-02-01T12:00:00.000Z', '2026-01-31T12:01:00.000Z', NULL);
INSERT INTO "releases" VALUES (1, 'Dune.2021.2160p.UHD.BluRay.REMUX.DV.HDR.TrueHD.7.1.Atmos.FEL-GRP', 'dune 2021 2160p uhd bluray remux dv hdr truehd 7 1 atmos fel grp', 'iptorrents', '77', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', NULL, NULL, 70000000000, 12, 0, NULL, '2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.000Z', 'Notify', 1, 'r1', 0, 0, 0, 0, 4, 0, '2026-01-31T12:00:00.000Z', NULL, NULL, 'enc:v1:CfDJ8L8tPTTqKBVLq44Zey3hZuqbrObUuWSQbGK3xSgUOQB3mNOq2py6IxzqYywR-t0i2HUfNXLtLp-e19XHFD5s3ecONCM5cVf2tXgaaodQ6j5vZ6x8fhhVBvjxqdkDM48yUVNoiAyGPMIgR09iS-7qgs83t9RtL3IBi_yKNT26yVmzXJPWNuqOn6r8I6fLts6pSYcGE49wEmq6IWgO8onZuv8', NULL, NULL);
INSERT INTO "scans" VALUES (1, '2026-01-31T12:00:00.000Z', '2026-01-31T12:01:00.000Z', 'ok', 1, 1, 1, 0, NULL);
INSERT INTO "sessions" VALUES ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.000Z', '127.0.0.1', 'a browser');
INSERT INTO "film_items" VALUES ('100', 1, '1', 'f1', 'Dune', 2021, NULL, 438631, 'tt1160419', '2026-01-31T12:00:00.000Z');
INSERT INTO "judgements" VALUES (1, '{"name":"Dune.2021.2160p.UHD.BluRay.REMUX.DV.HDR.TrueHD.7.1.Atmos.FEL-GRP","title":"Dune","other_titles":[],"year":2021,"tv":false,"season":null,"episode":null,"resolution":"p2160","source":null,"remux":false,"uhd":false,"disc":false,"hybrid":false,"dv":true,"dv_profile":null,"dv_compatibility":null,"fel":true,"mel":null,"hdr":false,"hdr10_plus":false,"hlg":false,"sdr":false,"codec":null,"audio":null,"atmos":false,"group":null,"edition":[],"proper":false,"repack":false,"re_encode":false,"not_one_film":false,"container":null,"tmdb_id":null,"imdb_id":null}', '{"resolution":"p2160","dolby_vision":true,"profile":7,"compatibility_id":null,"layer":"fel","evidence":"told","hdr":"hdr10","audio":"truehd","atmos":false,"source":"bluray","remux":true,"bytes":60000000000}', '{"kind":"notify","rule":"notify_fel_from_p5","veto":null,"reason":"DV P5 \u2192 P7 FEL","warnings":["Layer only claimed"],"costs":[],"trace":[{"rule":"notify_fel_from_p5","outcome":"accept","reason":"DV P5 \u2192 P7 FEL"}]}', 'Dune', NULL, NULL, '[]', 0);
INSERT INTO "copies" VALUES (1, '100', 'm1', 'Movies', '/media/Dune (2021)/Dune.mkv', NULL, '/media/Dune (2021)/Dune.mkv', 60000000000, 1, 2160, 0, NULL, NULL, 0, 0, 3, 'truehd', 0, 'bluray', 1, 60000000000, 80000, 'hevc', 'mkv', 3840, 2160, '["English (TRUEHD 7.1)"]');
CREATE INDEX "IX_activity_at" ON "activity" ("at");
CREATE INDEX "IX_activity_film_id" ON "activity" ("film_id");
CREATE INDEX "IX_activity_release_id" ON "activity" ("release_id");
CREATE INDEX "IX_activity_request_id" ON "activity" ("request_id");
CREATE UNIQUE INDEX "IX_api_keys_hash" ON "api_keys" ("hash");
CREATE INDEX "IX_copies_file_key_file_bytes" ON "copies" ("file_key", "file_bytes");
CREATE INDEX "IX_copies_plex_key" ON "copies" ("plex_key");
CREATE INDEX "IX_download_history_card_id" ON "download_history" ("card_id");
CREATE INDEX "IX_download_history_film_id" ON "download_history" ("film_id");
CREATE INDEX "IX_download_history_movie_title" ON "download_history" ("movie_title");
CREATE INDEX "IX_download_history_release_id" ON "download_history" ("release_id");
CREATE UNIQUE INDEX "IX_download_history_request_id" ON "download_history" ("request_id");
CREATE INDEX "IX_download_history_search" ON "download_history" ("started_at", "id", "movie_title", "torrent_title");
CREATE INDEX "IX_download_history_started_at" ON "download_history" ("started_at");
CREATE INDEX "IX_download_history_status" ON "download_history" ("status");
CREATE UNIQUE INDEX "IX_evidence_notes_file_key_file_bytes_origin" ON "evidence_notes" ("file_key", "file_bytes", "origin");
CREATE INDEX "IX_film_items_film_id" ON "film_items" ("film_id");
CREATE INDEX "IX_films_imdb_id" ON "films" ("imdb_id");
CREATE INDEX "IX_films_kind" ON "films" ("kind");
CREATE INDEX "IX_films_match_key" ON "films" ("match_key");
CREATE INDEX "IX_films_title_key" ON "films" ("title_key");
CREATE INDEX "IX_films_tmdb_id" ON "films" ("tmdb_id");
CREATE UNIQUE INDEX "IX_outbox_kind_key" ON "outbox" ("kind", "key");
CREATE INDEX "IX_outbox_not_before" ON "outbox" ("not_before");
CREATE INDEX "IX_pending_downloads_card_id" ON "pending_downloads" ("card_id");
CREATE INDEX "IX_pending_downloads_created_at" ON "pending_downloads" ("created_at");
CREATE INDEX "IX_pending_downloads_film_id" ON "pending_downloads" ("film_id");
CREATE INDEX "IX_pending_downloads_movie_title" ON "pending_downloads" ("movie_title");
CREATE UNIQUE INDEX "IX_pending_downloads_release_id" ON "pending_downloads" ("release_id") WHERE release_id > 0 AND status <> 'completed';
CREATE INDEX "IX_pending_downloads_status" ON "pending_downloads" ("status");
CREATE INDEX "IX_releases_available" ON "releases" ("available") WHERE available = 1;
CREATE INDEX "IX_releases_feed_feed_id" ON "releases" ("feed", "feed_id");
CREATE INDEX "IX_releases_film_id" ON "releases" ("film_id");
CREATE INDEX "IX_releases_info_hash" ON "releases" ("info_hash");
CREATE INDEX "IX_releases_name_key" ON "releases" ("name_key");
CREATE INDEX "IX_releases_verdict_available_first_seen" ON "releases" ("verdict", "available", "first_seen");
CREATE INDEX "IX_releases_waiting" ON "releases" ("judged_at") WHERE judge_again = 1;
CREATE INDEX "IX_scans_started_at" ON "scans" ("started_at");
