using System.Globalization;

namespace FelScanner.Web.Live;

/// <summary>Numbers, sizes and times as people say them. English throughout, whatever the server's culture.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly string[] Small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>"24.1 GB", "1.13 TB"; decimal units, as trackers and disks count.</summary>
    public static string Size(long? bytes) => bytes switch
    {
        null => "size unknown",
        >= 1_000_000_000_000 => string.Create(English, $"{bytes / 1e12:0.##} TB"),
        >= 1_000_000_000 => string.Create(English, $"{bytes / 1e9:0.0} GB"),
        >= 1_000_000 => string.Create(English, $"{bytes / 1e6:0} MB"),
        >= 1_000 => string.Create(English, $"{bytes / 1e3:0} kB"),
        _ => string.Create(English, $"{bytes} B"),
    };

    public static string Speed(long bytesPerSecond) => bytesPerSecond switch
    {
        >= 1_000_000_000 => string.Create(English, $"{bytesPerSecond / 1e9:0.0} GB/s"),
        >= 1_000_000 => string.Create(English, $"{bytesPerSecond / 1e6:0.0} MB/s"),
        _ => string.Create(English, $"{bytesPerSecond / 1e3:0} kB/s"),
    };

    public static string Bitrate(int? kbps) => kbps switch
    {
        null => "",
        >= 1000 => string.Create(English, $"{kbps / 1000.0:0.0} Mbit/s"),
        _ => string.Create(English, $"{kbps} kbit/s"),
    };

    public static string Count(long number) => number.ToString("N0", English);

    public static string Percent(double share) => string.Create(English, $"{Math.Floor(share * 100):0} %");

    /// <summary>"Three films", "One film", "14 films"; small numbers as words, for headlines.</summary>
    public static string Counted(int number, string one, string many) =>
        $"{(number < Small.Length ? Small[number] : Count(number))} {(number == 1 ? one : many)}";

    /// <summary>"4 min", "23 h", "3 d": one unit, rounded down, never less than "1 min" but "moments".</summary>
    public static string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalSeconds: < 45 } => "moments",
        { TotalMinutes: < 1 } => "1 min",
        { TotalHours: < 1 } whole => $"{(int)whole.TotalMinutes} min",
        { TotalDays: < 2 } whole => $"{(int)whole.TotalHours} h",
        { TotalDays: < 60 } whole => $"{(int)whole.TotalDays} d",
        { TotalDays: < 730 } whole => $"{(int)(whole.TotalDays / 30.4)} months",
        var whole => $"{(int)(whole.TotalDays / 365.25)} years",
    };

    public static string Ago(DateTimeOffset then, DateTimeOffset now) => (now - then) switch
    {
        { TotalSeconds: < 0 } until => "in " + Span(until),
        { TotalSeconds: < 45 } => "just now",
        var since => Span(since) + " ago",
    };

    /// <summary>A duration of work: "0.4 s", "12 s", "3 min 20 s".</summary>
    public static string Took(TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => string.Create(English, $"{span.TotalSeconds:0.0} s"),
        { TotalMinutes: < 1 } => string.Create(English, $"{span.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(English, $"{(int)span.TotalMinutes} min {span.Seconds} s"),
        _ => string.Create(English, $"{(int)span.TotalHours} h {span.Minutes} min"),
    };

    public static string Eta(long? seconds) => seconds is { } left and > 0 ? Span(TimeSpan.FromSeconds(left)) + " left" : "";

    /// <summary>"Sat 22 Nov 2026, 21:04:12", for those who want to know exactly.</summary>
    public static string Exact(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var here = TimeZoneInfo.ConvertTime(moment, zone);
        return string.Create(English, $"{here:ddd d MMM yyyy, HH:mm:ss} ({(zone.Equals(TimeZoneInfo.Utc) ? "UTC" : zone.Id)})");
    }

    public static string Clock(DateTimeOffset here) => here.ToString("HH:mm", English);

    public static string Day(DateTimeOffset here, DateTimeOffset nowHere) => (nowHere.Date - here.Date).Days switch
    {
        0 => "Today",
        1 => "Yesterday",
        < 7 => here.ToString("dddd", English),
        _ => here.ToString("d MMMM yyyy", English),
    };

    public static string Service(string service) => service switch
    {
        "plex" => "Plex",
        "radarr" => "Radarr",
        "qbittorrent" => "qBittorrent",
        "telegram" => "Telegram",
        "iptorrents" => "IPTorrents",
        "flaresolverr" => "FlareSolverr",
        "push" => "Pushed in",
        "local" => "This program",
        _ when service.StartsWith("feed:", StringComparison.Ordinal) => service[5..],
        _ => service,
    };
}
