using System.Net;

namespace FelScanner.Web.Cli;

/// <summary>What the command line says about the server.</summary>
public sealed record ServerOptions
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The folder with database, settings, keys, backups and logs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Everything simulated, in a throw-away folder, open without a login: loopback only.</summary>
    public bool Demo { get; init; }

    /// <summary>Nothing is written to the console: for servers inside another program, such as the tests.</summary>
    public bool Quiet { get; init; }

    /// <summary>`--data`, else FELSCANNER_DATA, else the user's local application data folder + "felscanner".</summary>
    public static string DataFolderOf(string? given, Func<string, string?> environment)
    {
        var named = string.IsNullOrWhiteSpace(given) ? environment("FELSCANNER_DATA") : given;
        var folder = string.IsNullOrWhiteSpace(named)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "felscanner")
            : named;
        return Path.GetFullPath(folder);
    }

    /// <summary>A sentence for each address that cannot be listened on; empty when all are fine.</summary>
    public IReadOnlyList<string> Faults() => [.. Urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(FaultOf).OfType<string>()
        .Concat(Urls.Trim(';', ' ').Length == 0 ? ["--urls is empty: give an address such as http://127.0.0.1:5080."] : [])];

    private string? FaultOf(string url)
    {
        if (Read(url) is not { } address)
            return $"'{url}' is no address to listen on: write it like http://127.0.0.1:5080.";
        return Demo && !IsLoopback(address.Host)
            ? $"The demo is open without a login, so it listens on loopback only: use http://127.0.0.1:5080 in place of {url}."
            : null;
    }

    private static BindingAddress? Read(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is >= 0 and <= 65535 && !address.IsUnixPipe ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
