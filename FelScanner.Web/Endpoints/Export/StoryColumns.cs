using FelScanner.Core.Ports;
using FelScanner.Web.Endpoints.Shapes;

namespace FelScanner.Web.Endpoints.Export;

/// <summary>Releases, decisions and activity as tables.</summary>
internal static class StoryColumns
{
    public static IReadOnlyList<ExportColumn<JudgedRelease>> Releases { get; } =
    [
        new("id", r => r.Release.Id), new("title", r => r.Release.Name), new("feed", r => r.Release.Feed), new("first_seen", r => r.Release.FirstSeen), new("size", r => r.Release.Bytes),
        new("seeders", r => r.Release.Seeders), new("film", r => r.FilmTitle), new("film_year", r => r.FilmYear), new("tmdb_id", r => r.FilmTmdbId), new("resolution", r => CopyShape.Of(r.Offered)!.Resolution),
        new("dv_profile", r => r.Offered.Profile), new("el", r => CopyShape.LayerOf(r.Offered)), new("evidence", r => CopyShape.WordOf(r.Offered.Evidence)), new("hdr", r => CopyShape.WordOf(r.Offered.Hdr)),
        new("atmos", r => r.Offered.Atmos), new("audio", r => r.Offered.Audio), new("group", r => r.Parsed.Group), new("verdict", r => ReleaseShape.WordOf(r.Verdict.Kind)), new("rule", r => r.Verdict.Rule),
        new("veto", r => r.Verdict.Veto), new("reason", r => r.Verdict.Reason), new("request_id", r => r.RequestId),
    ];

    public static IReadOnlyList<ExportColumn<HistoryShape>> History { get; } =
    [
        new("id", h => h.Id), new("request_id", h => h.RequestId), new("movie_title", h => h.MovieTitle), new("year", h => h.Year), new("quality_type", h => h.QualityType), new("torrent_title", h => h.TorrentTitle),
        new("torrent_hash", h => h.TorrentHash), new("size", h => h.Size), new("status", h => h.Status), new("decided_by", h => h.DecidedBy), new("decided_in", h => h.DecidedIn), new("reason", h => h.Reason),
        new("enhancement_layer", h => h.EnhancementLayer), new("layer_proven", h => h.LayerProven), new("target_folder", h => h.TargetFolder), new("error", h => h.Error), new("started_at", h => h.StartedAt),
        new("decided_at", h => h.DecidedAt), new("completed_at", h => h.CompletedAt),
    ];

    public static IReadOnlyList<ExportColumn<ActivityEntry>> Activity { get; } =
    [
        new("at", a => a.At), new("kind", a => a.Kind), new("who", a => a.Who), new("where", a => a.Where), new("sentence", a => a.Sentence), new("request_id", a => a.RequestId), new("film_id", a => a.FilmId),
        new("release_id", a => a.ReleaseId),
    ];
}
