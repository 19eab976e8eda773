namespace FelScanner.Web.Live;

/// <summary>One place of the app. <paramref name="Key"/> is the letter after g.</summary>
public sealed record NavPlace(string Name, string Href, string Icon, string Key)
{
    public static NavPlace Dashboard { get; } = new("Dashboard", "", "dashboard", "h");

    /// <summary>The side's order.</summary>
    public static IReadOnlyList<NavPlace> Main { get; } =
    [
        Dashboard,
        new("Library", "library", "library", "l"),
        new("Releases", "releases", "releases", "r"),
        new("History", "history", "history", "y"),
        new("Reports", "reports", "reports", "p"),
        new("Jobs", "hangfire", "jobs", "j"),
        new("Settings", "settings", "settings", "s"),
    ];

    /// <summary>Reached from within a page, and from the phone's sheet.</summary>
    public static IReadOnlyList<NavPlace> Further { get; } =
    [
        new("Activity", "activity", "activity", "a"),
        new("Logs", "logs", "logs", "o"),
    ];

    public static IReadOnlyList<NavPlace> Tabs { get; } = [Dashboard with { Name = "Home" }, .. Main.Skip(1).Take(3)];

    public static IReadOnlyList<NavPlace> More { get; } = [.. Main.Skip(4), .. Further];
}
