using System.Globalization;
using System.Text;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Downloads;

/// <summary>One file of a torrent under a new name; both are paths under the save path.</summary>
public sealed record FileRename(string From, string To);

/// <summary>
/// The name by which Plex stacks the versions of a film: "Title (Year) - 2160p DV FEL.mkv".
/// Source: Plex's support page on multi-version movies (the same beginning, then " - " and a free label).
/// </summary>
public static class StackName
{
    private const int LongestName = 255;
    private const int RoomForTheRest = 60;
    private static readonly string[] Companions = [".srt", ".ass", ".ssa", ".sub", ".idx", ".sup", ".vtt", ".nfo"];

    /// <summary>Names without an ending, best first: the plain one, then with the group, then with numbers, so that nothing that is there is ever overwritten.</summary>
    public static IReadOnlyList<string> Stems(string title, int? year, PictureAndSound quality, string? group)
    {
        var stem = $"{Beginning(title, year)} - {Label(quality)}";
        var plain = Legal(group ?? "");
        return [stem, .. plain.Length is > 0 and <= 30 ? [$"{stem} {plain}"] : Array.Empty<string>(), .. Enumerable.Range(2, 8).Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem} {number}"))];
    }

    /// <summary>"2160p DV FEL" only where FEL is told or proven, else what is known: "2160p DV P7", "2160p DV P8", "1080p HDR10".</summary>
    public static string Label(PictureAndSound quality)
    {
        var range = quality switch
        {
            { DolbyVision: true, Layer: EnhancementLayer.Fel } => "DV FEL",
            { DolbyVision: true, Layer: EnhancementLayer.Mel } => "DV MEL",
            { DolbyVision: true, Profile: { } profile } => string.Create(CultureInfo.InvariantCulture, $"DV P{profile}"),
            { DolbyVision: true } => "DV",
            _ => QualityWords.Hdr(quality.Hdr),
        };
        return string.Join(' ', new[] { quality.Resolution.Word(), range }.OfType<string>()) is { Length: > 0 } label ? label : "new";
    }

    /// <summary>True for a disc's own folders, whose files are found by their names alone.</summary>
    public static bool IsDisc(string path) =>
        path.Split('/').Any(part => part.Equals("BDMV", StringComparison.OrdinalIgnoreCase) || part.Equals("VIDEO_TS", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What must be renamed so that the film and what belongs to it carry the first free stem; the film comes last, so that a plan that was
    /// broken off is made again. Empty when all is as it should be, or when no stem is free.
    /// </summary>
    /// <param name="files">The torrent's files, as they are called now.</param>
    /// <param name="film">The film among them.</param>
    /// <param name="stems">See <see cref="Stems"/>.</param>
    /// <param name="taken">Names of others in that folder, compared without case.</param>
    public static IReadOnlyList<FileRename> Plan(IReadOnlyList<string> files, string film, IReadOnlyList<string> stems, IReadOnlySet<string> taken)
    {
        var ending = Path.GetExtension(film);
        var before = Path.GetFileNameWithoutExtension(film);
        var isRight = stems.Any(stem => film == stem + ending) && !taken.Contains(film);
        if ((isRight ? before : stems.FirstOrDefault(stem => !taken.Contains(stem + ending))) is not { } chosen)
            return [];
        List<FileRename> plan = [];
        foreach (var file in files.Where(file => file != film))
        {
            var name = Leaf(file);
            if (!isRight && Companions.Contains(Path.GetExtension(name).ToLowerInvariant()) && name.StartsWith(before + ".", StringComparison.OrdinalIgnoreCase))
                plan.Add(new FileRename(file, chosen + name[before.Length..]));
            else if (taken.Contains(file))
                plan.Add(new FileRename(file, $"{chosen}.{name}"));
        }

        return isRight ? plan : [.. plan, new FileRename(film, chosen + ending)];
    }

    /// <summary>The last part of a path with slashes.</summary>
    public static string Leaf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>"Title (Year)" without what a file system forbids, short enough for any of them.</summary>
    private static string Beginning(string title, int? year)
    {
        var name = Legal(title);
        while (Encoding.UTF8.GetByteCount(name) > LongestName - RoomForTheRest)
            name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)].TrimEnd();
        name = name.Length == 0 ? "Film" : name;
        return year is null ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({year})");
    }

    private static string Legal(string text)
    {
        var legal = text.Replace(": ", " - ", StringComparison.Ordinal).Replace('"', '\'');
        var kept = new StringBuilder(legal.Length);
        foreach (var letter in legal)
        {
            if (letter is ':' or '/' or '\\' or '|')
                kept.Append('-');
            else if (!char.IsControl(letter) && letter is not ('<' or '>' or '?' or '*'))
                kept.Append(letter);
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.');
    }
}
