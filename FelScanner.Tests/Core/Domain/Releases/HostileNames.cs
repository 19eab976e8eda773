using System.Text;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Tests.Core.Domain.Releases;

/// <summary>Names made to hurt a parser: very long lines, control characters, markup, emoji, right-to-left, unbalanced brackets, shapes that make backtracking explode.</summary>
public static class HostileNames
{
    private const int LongestLine = 65_536;

    private static readonly string[] Pieces =
    [
        "2021", "1080p", "(", ")", "[", "]", "{", "}", "-", "--", "...", "DV", "P7", "FEL", "BL+EL+RPU", "S01E01", "1x1", "x265", "www.", ".com", "\0", "\u001b[31m", "\u202e", "\u200f",
        "😀", "𝓜𝓸𝓿𝓲𝓮", "\ud83d", "<script>alert(1)</script>", "%00", "' OR 1=1 --", "漢字", "שלום", "مرحبا", "a\u0301\u0301\u0301", "\t", "_", "+", "&", "//", "AKA", "the", "H.", "DTS-HD", "99999999999999999999",
    ];

    public static IEnumerable<string> Make(int count, int seed)
    {
        Random random = new(seed);
        for (var i = 0; i < count; i++)
        {
            yield return (i % 8) switch
            {
                0 => Repeat(Pieces[random.Next(Pieces.Length)], i % 400 == 0 ? LongestLine : random.Next(1, 2_000)),
                1 => Letters(random, random.Next(1, 300)),
                2 => new string('(', random.Next(1, 500)) + "2021" + new string(')', random.Next(500)),
                3 => Repeat("1-", random.Next(1, 700)) + "x264-",
                4 => Mutated(random, GoldenNames.NameOf(GoldenNames.Lines[random.Next(GoldenNames.Lines.Count)])),
                _ => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)])),
            };
        }
    }

    private static string Repeat(string piece, int length)
    {
        StringBuilder text = new(length + piece.Length);
        while (text.Length < length)
            text.Append(piece);
        return text.ToString(0, length);
    }

    private static string Letters(Random random, int length) => string.Create(length, random, (span, source) =>
    {
        foreach (ref var c in span)
            c = (char)source.Next(1, char.MaxValue);
    });

    private static string Mutated(Random random, string name)
    {
        var at = random.Next(name.Length);
        return name[..at] + Pieces[random.Next(Pieces.Length)] + name[at..];
    }
}
