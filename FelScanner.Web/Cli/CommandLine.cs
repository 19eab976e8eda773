using System.CommandLine;
using System.CommandLine.Invocation;
using FelScanner.Web.Hosting;

namespace FelScanner.Web.Cli;

/// <summary>The one executable: the server, and the verbs for scripts, which never build a web host.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder (default: FELSCANNER_DATA, else the local application data folder + felscanner).",
        HelpName = "DIR",
        Recursive = true,
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Where to listen (default: {ServerOptions.DefaultUrls}).",
        HelpName = "URL",
    };

    private static readonly Option<bool> Demo = new("--demo") { Description = "Everything simulated, nothing kept, on loopback without a login." };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Root(output, error).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var fault in parsed.Errors)
                await error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            await error.WriteLineAsync("Try --help.").ConfigureAwait(false);
            return ExitCode.BadArguments;
        }

        // The server listens to SIGTERM itself; a verb may simply be ended.
        var invocation = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var root = new RootCommand("FelScanner finds Dolby Vision FEL upgrades for a Plex library and asks before it downloads. Without a verb it starts the server.")
        {
            Data, Urls, Demo, Parse(output), Decide(output, error), Probe(output), Backup(output, error), Restore(output, error), Health(output, error),
        };
        root.SetAction((parsed, cancellationToken) => ServerRun.RunAsync(OptionsOf(parsed), error, cancellationToken));
        return root;
    }

    private static ServerOptions OptionsOf(ParseResult parsed) => new()
    {
        DataFolder = DataFolderOf(parsed),
        Urls = parsed.GetValue(Urls) ?? Environment.GetEnvironmentVariable("FELSCANNER_URLS") ?? ServerOptions.DefaultUrls,
        Demo = parsed.GetValue(Demo),
    };

    private static string DataFolderOf(ParseResult parsed) => ServerOptions.DataFolderOf(parsed.GetValue(Data), Environment.GetEnvironmentVariable);

    private static Command Parse(TextWriter output)
    {
        var verb = new Command("parse", "Reads release names from standard input, one a line, and writes one JSON object a line.");
        verb.SetAction(_ => ParseVerb.Run(Input(), output));
        return verb;
    }

    private static Command Decide(TextWriter output, TextWriter error)
    {
        var verb = new Command("decide", "Reads questions from standard input, one JSON object a line, and writes one verdict a line.");
        verb.SetAction(_ => DecideVerb.Run(Input(), output, error));
        return verb;
    }

    private static Command Probe(TextWriter output)
    {
        var files = new Argument<string[]>("FILE") { Description = "Media files to read.", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("probe", "Reads the Dolby Vision metadata of media files, one JSON object a line.") { files };
        verb.SetAction((parsed, cancellationToken) => ProbeVerb.RunAsync(parsed.GetValue(files) ?? [], output, cancellationToken));
        return verb;
    }

    private static Command Backup(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write." };
        var verb = new Command("backup", "Writes database, settings and key ring into one file; the server may run.") { file };
        verb.SetAction((parsed, cancellationToken) => BackupVerb.RunAsync(DataFolderOf(parsed), parsed.GetRequiredValue(file), output, error, cancellationToken));
        return verb;
    }

    private static Command Restore(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup wrote." };
        var verb = new Command("restore", "Checks a backup and puts it in place; the server must not run.") { file };
        verb.SetAction((parsed, cancellationToken) => RestoreVerb.RunAsync(DataFolderOf(parsed), parsed.GetRequiredValue(file), output, error, cancellationToken));
        return verb;
    }

    /// <summary>Release names are UTF-8 wherever they come from, whatever the terminal says.</summary>
    private static StreamReader Input() => new(Console.OpenStandardInput(), new System.Text.UTF8Encoding(false));

    private static Command Health(TextWriter output, TextWriter error)
    {
        var url = new Argument<string>("URL") { Description = "The server's address.", DefaultValueFactory = _ => ServerOptions.DefaultUrls };
        var verb = new Command("health", "Ends with 0 if the server answers ready, else 1.") { url };
        verb.SetAction((parsed, cancellationToken) => HealthVerb.RunAsync(parsed.GetValue(url) ?? ServerOptions.DefaultUrls, output, error, cancellationToken));
        return verb;
    }
}
