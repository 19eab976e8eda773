using System.Text;

namespace FelScanner.Core.Domain.Downloads;

/// <summary>Whether a torrent is fit to be put into a film's folder: names that stay inside, no programs, a sane number of files, a film among them.</summary>
public static class TorrentCheck
{
    private const int MostFiles = 2000;
    private const int LongestName = 255;
    private const int PackOf = 3;
    private const long SmallestFilm = 1_000_000_000;

    private static readonly HashSet<string> Archives = new(StringComparer.OrdinalIgnoreCase) { ".rar", ".r00", ".zip", ".7z", ".001" };

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".scr", ".lnk", ".bat", ".cmd", ".com", ".pif", ".msi", ".msp", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".jar",
        ".apk", ".app", ".dmg", ".pkg", ".sh", ".run", ".reg", ".dll", ".cpl", ".gadget", ".desktop", ".deb", ".rpm", ".py", ".pl", ".appimage", ".url", ".xll",
    };

    private static readonly HashSet<string> Videos = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mkv", ".mp4", ".m4v", ".mov", ".ts", ".m2ts", ".mts", ".avi", ".webm", ".wmv", ".mpg", ".mpeg", ".vob", ".iso", ".hevc",
    };

    /// <summary>What speaks against the torrent, a sentence each; empty when nothing does.</summary>
    public static IReadOnlyList<string> Problems(TorrentFile torrent)
    {
        List<string> problems = [];
        if (torrent.Files.Select(f => f.Path).Append(torrent.Name).FirstOrDefault(path => !StaysInside(path)) is { } bad)
            problems.Add($"The torrent has a file name that leads out of its folder or cannot be a name: “{Shown(bad)}”.");
        if (torrent.Files.FirstOrDefault(f => IsProgram(f.Path)) is { } program)
            problems.Add($"The torrent brings a program: “{Shown(program.Path)}”.");
        if (torrent.Files.Count > MostFiles)
            problems.Add($"The torrent brings {torrent.Files.Count} files, more than any film has.");
        if (!torrent.Files.Any(f => f.Bytes > 0 && Videos.Contains(Extension(f.Path))))
            problems.Add(torrent.Files.Any(f => Archives.Contains(Extension(f.Path))) ? "The torrent brings no video file, only archives, which nothing here unpacks." : "The torrent brings no video file.");
        if (Films(torrent) is >= PackOf and var films)
            problems.Add($"The torrent brings {films} films of about one size: it is a pack, not a film.");
        return problems;
    }

    /// <summary>The largest video file, which is the film itself; null when there is none.</summary>
    public static TorrentEntry? MainFile(TorrentFile torrent) => torrent.Files.Where(f => Videos.Contains(Extension(f.Path))).MaxBy(f => f.Bytes);

    /// <summary>Videos at least half as large as the largest. A disc keeps one film in many.</summary>
    private static int Films(TorrentFile torrent) => MainFile(torrent) is { } largest && !torrent.Files.Any(f => StackName.IsDisc(f.Path))
        ? torrent.Files.Count(f => f.Bytes >= largest.Bytes / 2 && f.Bytes >= SmallestFilm && Videos.Contains(Extension(f.Path)))
        : 0;

    /// <summary>True when every part of the path is a plain name: not empty, no "." or "..", no backslash, drive letter or control character.</summary>
    public static bool StaysInside(string path) => path.Length > 0 && path.Split('/').All(IsPlainName);

    private static bool IsPlainName(string name) =>
        name.Trim() is not ("" or "." or "..")
        && !name.Any(c => char.IsControl(c) || c is '\\' or '\uFFFD')
        && !(name.Length >= 2 && name[1] == ':' && char.IsAsciiLetter(name[0]))
        && Encoding.UTF8.GetByteCount(name) <= LongestName;

    // A Blu-ray's own menus are Java archives.
    private static bool IsProgram(string path) =>
        Programs.Contains(Extension(path).TrimEnd(' ', '.')) && !(path.Contains("BDMV/JAR/", StringComparison.OrdinalIgnoreCase) && Extension(path) is ".jar" or ".JAR");

    private static string Extension(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].TrimEnd(' ', '.');
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..];
    }

    private static string Shown(string name)
    {
        var shown = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return shown.Length <= 80 ? shown : shown[..80] + "…";
    }
}
