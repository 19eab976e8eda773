namespace FelScanner.Web.Live;

/// <summary>What the pages must know of the program itself. <paramref name="BasePath"/> begins with a slash or is empty; <paramref name="Version"/> is also sent by <c>/health/live</c> as <c>X-FelScanner-Version</c>.</summary>
public sealed record AppFacts(string Version, string BasePath, bool IsDemo)
{
    public const string VersionHeader = "X-FelScanner-Version";

    /// <summary>The value of the page's base element: always ends with a slash.</summary>
    public string BaseHref => BasePath.TrimEnd('/') + "/";
}
