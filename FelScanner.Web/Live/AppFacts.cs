namespace FelScanner.Web.Live;

/// <summary>What the pages must know of the program itself. <paramref name="BasePath"/> begins with a slash or is empty; version and run are also sent by <c>/health/live</c>.</summary>
public sealed record AppFacts(string Version, string BasePath, bool IsDemo)
{
    public const string VersionHeader = "X-FelScanner-Version";
    public const string RunHeader = "X-FelScanner-Run";

    /// <summary>This run of the program: a page that finds another one knows that its circuit is gone.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>The value of the page's base element: always ends with a slash.</summary>
    public string BaseHref => BasePath.TrimEnd('/') + "/";
}
