using System.Globalization;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Web.Live.Dashboard;
using FelScanner.Web.Live.Library;

namespace FelScanner.Web.Live.Reports;

/// <summary>One bar. <paramref name="Percent"/> is of the longest one.</summary>
public sealed record ReportBar(string Name, double Value, string Words, string Kind, double Percent);

/// <summary>One month's column.</summary>
public sealed record ReportMonth(string Name, int Arrived, int Proven, int Declined);

/// <summary>Everything the reports page draws.</summary>
public sealed record ReportView(
    int Films, int Score, long Bytes, int Arrived, IReadOnlyList<RingSlice> Profiles, IReadOnlyList<ReportBar> Tiers, IReadOnlyList<ReportBar> Storage, IReadOnlyList<ReportMonth> Months, IReadOnlyList<ReportBar> Answers)
{
    public static ReportView Of(IReadOnlyList<Film> films, LibraryCounts counts, IReadOnlyList<DownloadRequest> history, DateTimeOffset now)
    {
        Copy[] best = [.. films.Select(FilmRow.Best).OfType<Copy>()];
        return new ReportView(
            films.Count, ScoreOf(best), counts.Bytes, history.Count(request => request.Status == RequestStatus.Completed), RingSlice.Of(counts),
            Bars(best.GroupBy(copy => copy.Quality.Resolution.Word() ?? "unknown").OrderByDescending(tier => tier.Key.Length).ThenByDescending(tier => tier.Key).Select(tier => (tier.Key, (double)tier.Count(), Words.Count(tier.Count()), "other"))),
            Bars(films.SelectMany(film => film.Copies).GroupBy(copy => KindOf(copy.Quality)).Select(kind => (kind.Key.Name, (double)kind.Sum(copy => copy.Quality.Bytes ?? 0), Words.Size(kind.Sum(copy => copy.Quality.Bytes ?? 0)), kind.Key.Kind)).OrderByDescending(kind => kind.Item2)),
            [.. Enumerable.Range(0, 12).Select(back => now.AddMonths(back - 11)).Select(month => MonthOf(history, month))],
            Bars(history.GroupBy(request => request.Status.Word()).Select(answer => (answer.Key, (double)answer.Count(), Words.Count(answer.Count()), "other")).OrderByDescending(answer => answer.Item2)));
    }

    /// <summary>0–100: how far the films stand up the ladder of pictures on average.</summary>
    private static int ScoreOf(Copy[] best) => best.Length == 0 ? 0 : (int)Math.Round(best.Average(copy => Steps(copy.Quality)));

    private static double Steps(PictureAndSound quality) => (quality.Resolution >= Resolution.P2160 ? 40 : quality.Resolution >= Resolution.P1080 ? 20 : 5) + (quality.Layer, quality.Profile, quality.Hdr) switch
    {
        (EnhancementLayer.Fel, _, _) => 60,
        (_, 7 or 8, _) => 50,
        (_, { }, _) => 40,
        (_, _, HdrKind.Hdr10Plus) => 32,
        (_, _, HdrKind.Hdr10) => 26,
        (_, _, HdrKind.Hlg) => 20,
        _ => 10,
    };

    private static (string Name, string Kind) KindOf(PictureAndSound quality) => (quality.Layer, quality.Profile, quality.Hdr) switch
    {
        (EnhancementLayer.Fel, _, _) => ("P7 FEL", "fel"),
        (EnhancementLayer.Mel, _, _) => ("P7 MEL", "mel"),
        (_, 7, _) => ("P7, layer?", "maybe"),
        (_, 8, _) => ("P8", "p8"),
        (_, 5, _) => ("P5", "p5"),
        (_, _, HdrKind.Hdr10Plus) => ("HDR10+", "hdr10plus"),
        (_, _, HdrKind.Hdr10) => ("HDR10", "hdr"),
        (_, _, HdrKind.Sdr) => ("SDR", "sdr"),
        _ => ("Other", "other"),
    };

    private static ReportMonth MonthOf(IReadOnlyList<DownloadRequest> history, DateTimeOffset month)
    {
        DownloadRequest[] of = [.. history.Where(request => (request.CompletedAt ?? request.DecidedAt) is { } at && at.Year == month.Year && at.Month == month.Month)];
        return new ReportMonth(
            month.ToString("MMM", CultureInfo.InvariantCulture), of.Count(request => request.Status == RequestStatus.Completed),
            of.Count(request => request is { Status: RequestStatus.Completed, LayerProven: true, ArrivedLayer: EnhancementLayer.Fel }), of.Count(request => request.Status == RequestStatus.Declined));
    }

    private static ReportBar[] Bars(IEnumerable<(string Name, double Value, string Words, string Kind)> values)
    {
        var all = values.ToArray();
        var most = all.Length == 0 ? 1 : Math.Max(1, all.Max(value => value.Value));
        return [.. all.Select(value => new ReportBar(value.Name, value.Value, value.Words, value.Kind, value.Value / most * 100))];
    }
}
