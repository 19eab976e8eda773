#:sdk Microsoft.NET.Sdk.Web
#:project ../../FelScanner.Core
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// How long a single name takes, real ones and hostile ones: dotnet run -c Release benchmarks/names/Latency.cs golden-names.txt
using System.Diagnostics;
using FelScanner.Core.Domain.Releases;

string[] pieces = ["2021", "(", ")", "[", "]", "-", "...", "DV", "FEL", "BL+EL+RPU", "S01E01", "x265", "\0", "\u202e", "😀", "<script>", "漢字", "שלום", "a\u0301", "+", "//", "AKA", "H.", "DTS-HD", "the.final."];
Random random = new(1);
string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
string Hostile(int i) => (i % 4) switch
{
    0 => Repeated(pieces[random.Next(pieces.Length)], 65_536),
    1 => string.Concat(Enumerable.Range(0, 200).Select(_ => pieces[random.Next(pieces.Length)])),
    2 => new string([.. Enumerable.Range(0, 2_000).Select(_ => (char)random.Next(1, char.MaxValue))]),
    _ => Repeated("(1-.[", 2_000),
};

var real = File.ReadLines(args[0]).Where(line => line.Contains(" => ")).Select(line => line[..line.IndexOf(" => ", StringComparison.Ordinal)]).ToList();
Report("real names", [.. Enumerable.Repeat(real, 100).SelectMany(names => names)]);
Report("hostile names (64 KiB lines, control characters, right-to-left, markup, brackets)", [.. Enumerable.Range(0, 10_000).Select(Hostile)]);

static void Report(string what, List<string> names)
{
    foreach (var name in names.Take(20_000))
        ReleaseNameParser.Parse(name);
    var microseconds = names.ConvertAll(name =>
    {
        // The best of five: what interrupts a run on a busy machine is not the parser.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            ReleaseNameParser.Parse(name);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        });
    });
    microseconds.Sort();
    double At(double share) => microseconds[(int)((microseconds.Count - 1) * share)];
    Console.WriteLine($"| {what} | {names.Count:N0} | {At(0.5):F1} µs | {At(0.999):F0} µs | {At(1) / 1000:F1} ms |");
}
