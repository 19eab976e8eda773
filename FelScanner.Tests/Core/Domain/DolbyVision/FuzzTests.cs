using System.Diagnostics;
using System.Globalization;
using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision;

/// <summary>Random damage of files of every container. <c>FELSCANNER_FUZZ</c> sets the number of rounds; the seed of a failure is in its message.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 3_000;

    /// <summary>One round in so many makes a film of 80 MiB out of the damaged file, so that it is sampled at places.</summary>
    private const int LargeEvery = 50;
    private const int LargeBytes = 80 << 20;

    /// <summary>A busy build machine stops a process for longer than a probe takes: the limit is that of the promise, the usual time far below.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public void Damage_never_crashes_hangs_or_proves_anything()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("FELSCANNER_FUZZ") ?? $"{Rounds}", CultureInfo.InvariantCulture);
        var seeds = Corpus();

        for (var round = 0; round < rounds; round++)
        {
            var random = new Random(round);
            var (name, file, mayProve) = seeds[random.Next(seeds.Count)];
            var damaged = Damage(file, random);
            var started = Stopwatch.GetTimestamp();
            var result = Probe(damaged, round);
            Assert.True(Stopwatch.GetElapsedTime(started) < Longest, $"Round {round} ({name}) took too long.");
            Assert.True(mayProve || result.Layer is not (EnhancementLayer.Fel or EnhancementLayer.Mel), $"Round {round} ({name}) proved {result.Layer} without a valid RPU: {result.Reason}");
            Assert.True(result.Rpus > 0 || result.Layer is not (EnhancementLayer.Fel or EnhancementLayer.Mel), $"Round {round} ({name}) counts no RPU.");
            Assert.InRange(result.BytesRead, 0, 64 << 20);
        }
    }

    private static ProbeResult Probe(byte[] file, int round)
    {
        try
        {
            var scope = round % 5 == 0 ? ProbeScope.Head(file.Length / 2) : ProbeScope.WholeFile;
            using var stream = Open(file, round);
            return MediaProbe.Probe(stream, "film", scope, TestContext.Current.CancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new InvalidOperationException($"Round {round} crashed.", fault);
        }
    }

    private static Stream Open(byte[] file, int round) => round % LargeEvery == 1 && file.Length > 0
        ? new SparseStream(file, new SparseStretch().Add(file), LargeBytes / file.Length, [])
        : new MemoryStream(file);

    /// <summary>Files whose RPUs are right, and the same with wrong checksums, which must never prove a thing.</summary>
    private static List<(string Name, byte[] File, bool MayProve)> Corpus()
    {
        List<(string, byte[], bool)> corpus = [];
        foreach (var (name, (_, write)) in Containers.All)
        {
            corpus.Add((name, write(Picture.Film(30, RpuRecipe.Fel)), true));
            corpus.Add(($"{name}, wrong checksums", write(Picture.Film(30, RpuRecipe.Fel with { BadChecksum = true })), false));
            corpus.Add(($"{name}, wrong checksums, minimal", write(Picture.Film(30, RpuRecipe.Mel with { BadChecksum = true })), false));
        }
        corpus.Add(("rpu", Picture.Dump(Enumerable.Repeat(RpuRecipe.Mel, 30)), true));
        corpus.Add(("rpu, wrong checksums", Picture.Dump(Enumerable.Repeat(RpuRecipe.Mel with { BadChecksum = true }, 30)), false));
        return corpus;
    }

    private static byte[] Damage(byte[] file, Random random)
    {
        List<byte> damaged = [.. file];
        // Most of what steers a reader stands at the head, or, in an MP4, at the end.
        var head = random.Next(3) switch { 0 => damaged.Count, 1 => Math.Min(damaged.Count, 600), _ => -Math.Min(damaged.Count, 2000) };
        for (var count = random.Next(1, 12); count > 0 && damaged.Count > 16; count--)
        {
            var at = head > 0 ? random.Next(Math.Min(head, damaged.Count)) : Math.Max(0, damaged.Count - 1 - random.Next(-head));
            DamageOnce(damaged, at, random);
        }
        return [.. damaged];
    }

    private static void DamageOnce(List<byte> file, int at, Random random)
    {
        switch (random.Next(7))
        {
            case 0: file[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: file[at] = (byte)random.Next(256); break;
            case 2: file[at] = byte.MaxValue; break;
            case 3: file[at] = 0; break;
            case 4: file.RemoveRange(at, Math.Min(random.Next(1, 40), file.Count - at)); break;
            case 5: file.InsertRange(at, file.GetRange(at, Math.Min(random.Next(1, 40), file.Count - at))); break;
            default: file.RemoveRange(at, random.Next(20) == 0 ? file.Count - at : 0); break;
        }
    }
}
