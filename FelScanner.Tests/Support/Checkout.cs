namespace FelScanner.Tests.Support;

/// <summary>Where the sources are, found from the place of the test's assembly.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the material that may stand beside the checkout; null when it does not.</summary>
    public static string? Shared(string path)
    {
        var full = Path.Combine(Path.GetDirectoryName(Root)!, "shared", path);
        return Path.Exists(full) ? full : null;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FelScanner.Blazor.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in a checkout.");
        return folder;
    }
}
