using System.Text;
using FelScanner.Web.Cli;
using FelScanner.Web.Hosting;

// What scripts read is UTF-8, whatever the terminal's locale says.
await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
using var lastResort = new LastResort();
return await CommandLine.RunAsync(args, output, Console.Error, CancellationToken.None).ConfigureAwait(false);
