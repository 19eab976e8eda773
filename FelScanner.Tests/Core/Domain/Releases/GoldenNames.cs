using System.Globalization;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Tests.Core.Domain.Releases;

/// <summary>The golden table: one line a name, everything it tells; whatever is not written is false or not told. It grows by one row per bug ever found.</summary>
public static class GoldenNames
{
    private static readonly string[] Sources =
        ["webdl", "webrip", "bluray", "hdtv", "dvd", "cam", "telesync", "telecine", "screener", "vhs", "hddvd", "hdrip", "laserdisc"];

    private static readonly string[] Codecs = ["h264", "h265", "av1", "xvid", "divx", "vc1", "mpeg2", "vp9"];

    private static readonly string[] Sounds = ["truehd", "ddp", "dd", "dts", "dts-hd-ma", "dts-hd-hra", "dts-x", "flac", "aac", "opus", "pcm"];

    public static IReadOnlyList<string> Lines { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Core", "Domain", "Releases", "golden-names.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<string> Rows() => [.. Lines];

    /// <summary>What a line expects, in the same form as <see cref="Describe"/>.</summary>
    public static string Expected(string line)
    {
        var parts = line[(line.IndexOf(" => ", StringComparison.Ordinal) + 4)..].Split(';', 3, StringSplitOptions.TrimEntries);
        var told = parts[2].Split("g:", 2, StringSplitOptions.TrimEntries);
        List<string> words = [.. told[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        words.Sort(StringComparer.Ordinal);
        return $"{TitleWords(parts[0])}; {parts[1]}; {string.Join(' ', words)}; {(told.Length > 1 ? told[1] : "-")}";
    }

    public static string Describe(ParsedName name)
    {
        List<string> words = [.. Flags(name), .. Told(name)];
        words.Sort(StringComparer.Ordinal);
        return $"{TitleWords(name.Title ?? "")}; {name.Year?.ToString(CultureInfo.InvariantCulture) ?? "-"}; {string.Join(' ', words)}; {name.Group ?? "-"}";
    }

    public static string NameOf(string line) => line[..line.IndexOf(" => ", StringComparison.Ordinal)];

    /// <summary>A layer that the name neither tells nor rules out must be null.</summary>
    public static bool? ExpectedOther(ParsedName name) => name.Dv && name.DvProfile is null or 7 ? null : false;

    private static IEnumerable<string> Flags(ParsedName name)
    {
        (string Word, bool On)[] flags =
        [
            ("tv", name.Tv), ("remux", name.Remux), ("uhd", name.Uhd), ("disc", name.Disc), ("hybrid", name.Hybrid), ("dv", name.Dv), ("hdr", name.Hdr),
            ("hdr10plus", name.Hdr10Plus), ("hlg", name.Hlg), ("sdr", name.Sdr), ("atmos", name.Atmos), ("proper", name.Proper), ("repack", name.Repack),
            ("fel", name.Fel == true), ("mel", name.Mel == true),
        ];
        return flags.Where(flag => flag.On).Select(flag => flag.Word);
    }

    private static IEnumerable<string> Told(ParsedName name)
    {
        string?[] words =
        [
            name.Resolution.Word(),
            name.Source is null ? null : Sources.Contains(name.Source) ? name.Source : $"c:{name.Source}",
            name.Codec is null || Codecs.Contains(name.Codec) ? name.Codec : $"?{name.Codec}",
            name.Audio is null || Sounds.Contains(name.Audio) ? name.Audio : $"?{name.Audio}",
            name.DvProfile is { } profile ? $"p{profile}" : null,
            name.Season is { } season ? $"s{season}" : null,
            name.Episode is { } episode ? $"e{episode}" : null,
            name.Edition.Count == 0 ? null : $"ed:{string.Join('+', name.Edition.Select(edition => edition.Replace(' ', '_')))}",
        ];
        return words.OfType<string>();
    }

    private static string TitleWords(string title) =>
        string.Join(' ', new string([.. title.Select(c => char.IsLetterOrDigit(c) || c is '\'' or '&' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
