#pragma warning disable CA1822, CA1052
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
namespace FelScanner.Core.Domain.Releases { public static class ReleaseEvidence { public static PictureAndSound Read(ParsedName p, string? d, string? q, long? b) => new(); } }
namespace FelScanner.Core.Domain.Library { public sealed class FilmIndex { public static FilmIndex Build(IEnumerable<Film> f) => new(); public FilmMatch Find(ParsedName p, int? t, string? i) => new FilmMatch.None(); public Film? ById(long id) => null; } }
namespace FelScanner.Core.Domain.Upgrades { public sealed record UpgradeQuestion { public required ParsedName Parsed { get; init; } public required PictureAndSound Offered { get; init; } public required FilmMatch Match { get; init; } public string? AskedBefore { get; init; } public required NotificationRules Rules { get; init; } }
 public static class UpgradeDetector { public static Verdict Judge(UpgradeQuestion q) => null!; }
 public static class OwnedBest { public static PictureAndSound? Of(Film f) => null; }
 public static class PictureOrder { public static IComparer<PictureAndSound> Comparer => null!; } }
namespace FelScanner.Core.Domain.Quality { public static class QualityWords { public static string Describe(PictureAndSound q) => ""; } }
namespace FelScanner.Core.Domain.Downloads { public static class MagnetLink { public static string? HashOf(string? m) => null; } public sealed record TorrentFileEntry(string Path, long Bytes); public sealed record TorrentFile(string Hash, IReadOnlyList<TorrentFileEntry> Files, string? Refusal) { public static TorrentFile Read(byte[] b) => null!; }
 public static class OutboundAddress { public static string? Refusal(Uri u) => null; } }
