using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Packaging;

/// <summary>What the container is made of, as far as it can be tried without an engine.</summary>
public sealed partial class PackagingTests : IDisposable
{
    private static readonly string[] OwnVariables = ["PUID", "PGID", "UMASK", "TZ", "FELSCANNER_ADMIN_USER", "FELSCANNER_ADMIN_PASSWORD"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("felscanner-package-");

    private static string Docker { get; } = Path.Combine(Checkout.Root, "docker");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_entrypoint_never_runs_the_program_as_root()
    {
        var (code, output) = await EnterAsync(("PUID", "1234"), ("PGID", "2345"), ("UMASK", "027"));

        var expected = Environment.IsPrivilegedProcess ? "uid=1234 gid=2345 groups=2345" : "uid=";
        Assert.Equal(0, code);
        Assert.StartsWith(expected, output, StringComparison.Ordinal);
        Assert.Contains("umask=0027", output, StringComparison.Ordinal);
        Assert.Contains($"args=/app/FelScanner.Web.dll --data {_folder.FullName}/data health", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UMASK", "9")]
    [InlineData("UMASK", "u=rwx")]
    [InlineData("UMASK", "022; reboot")]
    public async Task The_entrypoint_refuses_nonsense_in_a_sentence(string variable, string value)
    {
        var (code, output) = await EnterAsync((variable, value));

        Assert.Equal(1, code);
        Assert.Contains(variable, output, StringComparison.Ordinal);
        Assert.DoesNotContain("uid=", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unraid_template_names_only_what_the_program_knows()
    {
        var template = XDocument.Load(Path.Combine(Docker, "unraid.xml"));

        var variables = template.Descendants("Config").Where(config => (string?)config.Attribute("Type") == "Variable").Select(config => (string)config.Attribute("Target")!);
        Assert.All(variables, variable => Assert.Contains(variable, OwnVariables));
        Assert.Contains(template.Descendants("Config"), config => (string?)config.Attribute("Target") == "/config");
    }

    [Fact]
    public void The_compose_file_sets_only_settings_that_exist()
    {
        var known = SettingsCatalogue.All.SelectMany(key => key.Variables).Concat(OwnVariables).ToHashSet();
        var own = File.ReadAllText(Path.Combine(Docker, "compose.yaml")).Split("  qbittorrent:\n")[0];

        Assert.All(Variable().Matches(own).Select(match => match.Groups[1].Value), variable => Assert.Contains(variable, known));
    }

    [Fact]
    public void Image_and_compose_ask_for_health_alike()
    {
        const string Verb = "[\"felscanner\", \"health\", \"http://127.0.0.1:5080\"]";

        Assert.Contains($"CMD {Verb}", File.ReadAllText(Path.Combine(Checkout.Root, "Dockerfile")), StringComparison.Ordinal);
        Assert.Contains("[\"CMD\", \"felscanner\", \"health\", \"http://127.0.0.1:5080\"]", File.ReadAllText(Path.Combine(Docker, "compose.yaml")), StringComparison.Ordinal);
    }

    /// <summary>Runs the entrypoint with a program in dotnet's place that tells who it is.</summary>
    private async Task<(int Code, string Output)> EnterAsync(params (string Name, string Value)[] variables)
    {
        var programs = _folder.CreateSubdirectory("bin");
        var data = _folder.CreateSubdirectory("data");
        var dotnet = Path.Combine(programs.FullName, "dotnet");
        await File.WriteAllTextAsync(dotnet, "#!/bin/sh\necho \"uid=$(id -u) gid=$(id -g) groups=$(id -G) umask=$(umask) args=$*\"\n", TestContext.Current.CancellationToken);
        const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        foreach (var path in new[] { _folder.FullName, programs.FullName, dotnet })
            File.SetUnixFileMode(path, ForAll);
        var start = new ProcessStartInfo("sh", [Path.Combine(Docker, "entrypoint.sh"), "health"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{programs.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["FELSCANNER_DATA"] = data.FullName;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    [GeneratedRegex("^ {6}([A-Z][A-Z_]+):", RegexOptions.Multiline, 1000)]
    private static partial Regex Variable();
}
