using System.Globalization;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Web.Live.Library;

namespace FelScanner.Web.Live.Reports;

/// <summary>Adds the library up film by film, so that a large one is never held whole.</summary>
internal sealed class LibraryTally
{
    private const int MostLargest = 10;

    private readonly Dictionary<QualityTier, int> _tiers = [];
    private readonly Dictionary<(Resolution Resolution, string Name), Sum> _resolutions = [];
    private readonly Dictionary<(int Rank, string Name), Sum> _sound = [];
    private readonly Dictionary<(string Name, string Kind, string? Filter), Sum> _storage = [];
    private readonly SortedDictionary<int, Sum> _years = [];
    private readonly PriorityQueue<ReportFilm, long> _largest = new();
    private long _score;
    private int _films;

    public int Score => _films == 0 ? 0 : (int)Math.Round(_score / (double)_films);

    public IReadOnlyList<ReportTier> Tiers =>
    [
        Tier(QualityTier.Reference, "Reference", "FEL, 2160p and Atmos"), Tier(QualityTier.Excellent, "Excellent", "Dolby Vision in 2160p"),
        Tier(QualityTier.VeryGood, "Very good", "HDR in 2160p"), Tier(QualityTier.Good, "Good", "1080p, or 2160p without HDR"), Tier(QualityTier.Basic, "Basic", "Anything below"),
    ];

    public IReadOnlyList<ReportFigure> Resolutions =>
        [.. _resolutions.OrderByDescending(pair => pair.Key.Resolution).Select(pair => new ReportFigure(pair.Key.Name, pair.Value.Count, pair.Value.Bytes, Filter: FilterOf(pair.Key.Resolution)))];

    public IReadOnlyList<ReportFigure> Sound => [.. _sound.OrderByDescending(pair => pair.Key.Rank).Select(pair => new ReportFigure(pair.Key.Name, pair.Value.Count, pair.Value.Bytes))];

    public IReadOnlyList<ReportFigure> Storage =>
        [.. _storage.OrderByDescending(pair => pair.Value.Bytes).Select(pair => new ReportFigure(pair.Key.Name, pair.Value.Count, pair.Value.Bytes, pair.Key.Kind, pair.Key.Filter))];

    public IReadOnlyList<ReportFigure> Years => [.. _years.Select(pair => new ReportFigure(pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value.Count, pair.Value.Bytes))];

    public IReadOnlyList<ReportFilm> Largest => [.. _largest.UnorderedItems.Select(item => item.Element).OrderByDescending(film => film.Bytes)];

    public void Add(Film film)
    {
        if (FilmRow.Best(film)?.Quality is not { } best)
            return;
        var bytes = film.Copies.Sum(copy => copy.Quality.Bytes ?? 0);
        _films++;
        _score += film.Copies.Max(copy => QualityScore.Of(copy.Quality));
        var tier = film.Copies.Min(copy => QualityScore.TierOf(copy.Quality));
        _tiers[tier] = _tiers.GetValueOrDefault(tier) + 1;
        Sum.Add(_resolutions, (best.Resolution, best.Resolution.Word() ?? "Not known"), bytes);
        Sum.Add(_sound, film.Copies.Select(copy => SoundOf(copy.Quality)).Max(), bytes);
        if (film.Year is { } year)
            Sum.Add(_years, year, bytes);
        foreach (var copy in film.Copies)
            Sum.Add(_storage, KindOf(copy.Quality), copy.Quality.Bytes ?? 0);
        _largest.Enqueue(new ReportFilm(film.Id, film.Title, film.Year, film.Copies.Count, bytes, BadgeRow.Of(best)), bytes);
        if (_largest.Count > MostLargest)
            _largest.Dequeue();
    }

    private ReportTier Tier(QualityTier tier, string name, string meaning) => new(tier, name, meaning, _tiers.GetValueOrDefault(tier));

    private static (int Rank, string Name) SoundOf(PictureAndSound quality) =>
        (SoundLadder.Rank(quality.Audio, quality.Atmos == true) ?? 0, QualityWords.Sound(quality.Audio, quality.Atmos == true) ?? "Not known");

    private static string? FilterOf(Resolution resolution) => resolution switch
    {
        Resolution.P2160 => "2160p",
        Resolution.P1080 => "1080p",
        Resolution.P720 => "720p",
        Resolution.P576 or Resolution.P480 => "sd",
        _ => null,
    };

    private static (string Name, string Kind, string? Filter) KindOf(PictureAndSound quality) => quality switch
    {
        { Layer: EnhancementLayer.Fel, Evidence: Evidence.Proven } => ("FEL proven", "fel", "fel_proven"),
        { Layer: EnhancementLayer.Fel } => ("FEL told", "told", "fel_told"),
        { Layer: EnhancementLayer.Mel } => ("P7 MEL", "mel", "mel"),
        { Profile: 7 } => ("P7, layer?", "maybe", "maybe_fel"),
        { Profile: 8 } => ("P8", "p8", "p8"),
        { Profile: 5 } => ("P5", "p5", "p5"),
        { DolbyVision: true } => ("Other DV", "other", "other"),
        { Hdr: HdrKind.Hdr10Plus } => ("HDR10+", "hdr10plus", "hdr10plus"),
        { Hdr: HdrKind.Hdr10 } => ("HDR10", "hdr", "hdr10"),
        { Hdr: HdrKind.Sdr } => ("SDR", "sdr", "sdr"),
        _ => ("Other", "other", "other"),
    };

    private readonly record struct Sum(int Count, long Bytes)
    {
        public static void Add<TKey>(IDictionary<TKey, Sum> sums, TKey key, long bytes) =>
            sums[key] = sums.TryGetValue(key, out var sum) ? new(sum.Count + 1, sum.Bytes + bytes) : new(1, bytes);
    }
}
