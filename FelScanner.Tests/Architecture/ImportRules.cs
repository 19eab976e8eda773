using FelScanner.Tests.Support;

namespace FelScanner.Tests.Architecture;

/// <summary>Who may mention whom, read from the sources: the map of docs/ARCHITECTURE.md as a test.</summary>
public sealed class ImportRules
{
    private static readonly string[] CoreParts = ["Domain", "Ports", "Workflow", "Clients", "Storage", "Settings", "Jobs"];

    public static TheoryData<string, string[]> Rules => new()
    {
        { "FelScanner.Core/Domain", [] },
        { "FelScanner.Core/Settings", ["Domain", "Ports"] },
        { "FelScanner.Core/Ports", ["Domain", "Settings"] },
        { "FelScanner.Core/Workflow", ["Domain", "Ports", "Settings"] },
        { "FelScanner.Core/Clients", ["Domain", "Ports", "Settings"] },
        { "FelScanner.Core/Storage", ["Domain", "Ports", "Settings"] },
        { "FelScanner.Core/Jobs", ["Domain", "Ports", "Settings", "Workflow"] },
        { "FelScanner.Web", ["Domain", "Ports", "Settings", "Workflow", "Jobs"] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_part_mentions_only_what_it_may(string folder, string[] allowed)
    {
        var own = folder.Split('/')[^1];

        var wrong = Sources(folder)
            .SelectMany(file => Mentions(file).Where(part => part != own && !allowed.Contains(part)).Select(part => $"{file}: {part}"))
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_domain_knows_no_task_clock_logger_or_disk()
    {
        string[] forbidden = ["System.Threading.Tasks", "Microsoft.Extensions", "TimeProvider", "ILogger", "DateTimeOffset.UtcNow", "File.Open", "HttpClient"];

        var wrong = Sources("FelScanner.Core/Domain")
            .SelectMany(file => forbidden.Where(word => File.ReadAllText(Path.Combine(Checkout.Root, file)).Contains(word, StringComparison.Ordinal)).Select(word => $"{file}: {word}"))
            .ToList();

        Assert.Empty(wrong);
    }

    /// <summary>Program.cs's composition is the one place that knows every part; the verbs for scripts open the data folder without a server.</summary>
    private static bool KnowsEverything(string file) =>
        file.EndsWith("Hosting/Composition.cs", StringComparison.Ordinal) || file.EndsWith("Cli/BackupVerb.cs", StringComparison.Ordinal) || file.EndsWith("Cli/RestoreVerb.cs", StringComparison.Ordinal);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !KnowsEverything(file));

    private static IEnumerable<string> Mentions(string file)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, file));
        return CoreParts.Where(part => text.Contains($"using FelScanner.Core.{part};", StringComparison.Ordinal)
            || text.Contains($"using FelScanner.Core.{part}.", StringComparison.Ordinal)
            || text.Contains($"using static FelScanner.Core.{part}.", StringComparison.Ordinal)
            || text.Contains($" FelScanner.Core.{part}.", StringComparison.Ordinal));
    }
}
