#:sdk Microsoft.NET.Sdk.Web
#:project ../../FelScanner.Core
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Judges 100,000 releases against 50,000 films with their copies: dotnet run -c Release benchmarks/judging/Judging.cs
using System.Diagnostics;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;

const int Films = 50_000;
const int Releases = 100_000;
string[] first = ["Silent", "Crimson", "Broken", "Hidden", "Last", "Golden", "Midnight", "Iron", "Paper", "Distant"];
string[] second = ["River", "Empire", "Garden", "Shadow", "Mirror", "Signal", "Harbor", "Winter", "Engine", "Letter"];
string[] attributes =
[
    "2160p.UHD.BluRay.REMUX.DV.HDR.HEVC.TrueHD.7.1.Atmos-FraMeSToR", "2160p.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265-FLUX", "1080p.BluRay.x264.DTS-GRP", "2160p.UHD.BluRay.REMUX.DV.P7.FEL.HEVC.DTS-HD.MA.5.1-GRP", "S01E02.1080p.WEB.H264-GRP",
];

Random random = new(1);
string Title(int i) => $"{first[i % 10]} {second[i / 10 % 10]} {i / 100}";
PictureAndSound Owned() => new() { Resolution = Resolution.P2160, DolbyVision = random.Next(3) > 0, Profile = 5, Hdr = HdrKind.Hdr10, Atmos = random.Next(2) == 0, Audio = "ddp" };

var start = Stopwatch.GetTimestamp();
var index = FilmIndex.Build(Enumerable.Range(0, Films).Select(i => new Film
{
    Id = i + 1,
    Title = Title(i),
    OtherTitles = [$"Título {i}", $"Der {Title(i)} Film"],
    Year = 1950 + (i % 75),
    TmdbId = i + 1,
    Copies = [new Copy { Quality = Owned() }, new Copy { Quality = Owned() with { Resolution = Resolution.P1080 } }],
}));
Console.WriteLine($"index of {index.Count:N0} films: {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB held");

var names = Enumerable.Range(0, Releases).Select(_ => random.Next(2 * Films)).Select(i => $"{Title(i).Replace(' ', '.')}.{1950 + (i % 75)}.{attributes[i % attributes.Length]}").ToList();
NotificationRules rules = new();
Dictionary<string, int> outcomes = [];
for (var round = 1; round <= 3; round++)
{
    var before = Environment.CpuUsage.TotalTime;
    outcomes.Clear();
    foreach (var name in names)
    {
        var parsed = ReleaseNameParser.Parse(name);
        var verdict = UpgradeDetector.Judge(new UpgradeQuestion
        {
            Name = parsed,
            Offered = ReleaseEvidence.Read(parsed, null, null, null),
            Match = index.Find(parsed, null, null),
            Rules = rules,
        });
        var outcome = verdict.Rule ?? verdict.Veto ?? "nothing to gain";
        outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
    }

    Console.WriteLine($"round {round}: {Releases:N0} releases in {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2} s of one core, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB held");
}

foreach (var (outcome, count) in outcomes.OrderByDescending(pair => pair.Value))
    Console.WriteLine($"  {outcome}: {count:N0}");
