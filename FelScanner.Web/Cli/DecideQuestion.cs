using System.Text.Json;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Web.Cli;

/// <summary>Reads a line of <c>decide</c>. A value that does not fit raises a <see cref="FormatException"/> whose sentence names its key.</summary>
internal static class DecideQuestion
{
    public static UpgradeQuestion Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new FormatException("a question is a JSON object with the key \"release\".");
        var name = ReleaseNameParser.Parse(JsonValues.Text(line, "release") ?? throw new FormatException("the key \"release\" is missing."));
        return new UpgradeQuestion
        {
            Name = name,
            Offered = ReleaseEvidence.Read(name, JsonValues.Text(line, "description"), JsonValues.Text(line, "query"), bytes: null),
            Match = Match(line, name),
            Rules = DecideSettings.Read(line),
        };
    }

    private static FilmMatch Match(JsonElement line, ParsedName name)
    {
        var copies = Owned(line);
        return JsonValues.Flag(line, "in_library") ?? true
            ? new FilmMatch.One(new Film { Id = 1, Title = name.Title ?? "", Year = name.Year, Copies = copies }, YearApart: false)
            : new FilmMatch.None();
    }

    private static List<Copy> Owned(JsonElement line)
    {
        if (!line.TryGetProperty("owned", out var owned) || owned.ValueKind == JsonValueKind.Null)
            return [];
        if (owned.ValueKind != JsonValueKind.Array)
            throw new FormatException("\"owned\" is a list of copies.");
        return [.. owned.EnumerateArray().Select(copy => new Copy { Quality = ReadCopy(copy) })];
    }

    private static PictureAndSound ReadCopy(JsonElement copy)
    {
        if (copy.ValueKind != JsonValueKind.Object)
            throw new FormatException("a copy in \"owned\" is a JSON object.");
        var profile = JsonValues.Number(copy, "dv_profile");
        var layer = Layer(JsonValues.Text(copy, "el"));
        var proven = layer is EnhancementLayer.Fel or EnhancementLayer.Mel;
        var hdr = Hdr(JsonValues.Text(copy, "hdr"));
        return new PictureAndSound
        {
            Resolution = Lines(JsonValues.Text(copy, "resolution")),
            DolbyVision = profile is not null || proven ? true : layer == EnhancementLayer.None || hdr != HdrKind.Unknown ? false : null,
            Profile = proven ? 7 : (int?)profile,
            CompatibilityId = profile is { } told && told != Math.Truncate(told) ? (int)((told - Math.Truncate(told)) * 10) : null,
            Layer = layer ?? EnhancementLayer.Unknown,
            Evidence = proven ? Evidence.Proven : profile == 7 ? Evidence.Plex : Evidence.None,
            Hdr = hdr,
            Audio = JsonValues.Text(copy, "audio"),
            Atmos = JsonValues.Flag(copy, "atmos"),
            Source = JsonValues.Text(copy, "source"),
            Bytes = (long?)JsonValues.Number(copy, "bytes"),
        };
    }

    private static Resolution Lines(string? word)
    {
        var resolution = ResolutionWords.Read(word);
        return word is null or "unknown" || resolution != Resolution.Unknown
            ? resolution
            : throw new FormatException($"\"resolution\" is one of 480p, 576p, 720p, 1080p, 2160p, 4320p, not \"{word}\".");
    }

    private static EnhancementLayer? Layer(string? word) => word switch
    {
        null or "unknown" => null,
        "fel" => EnhancementLayer.Fel,
        "mel" => EnhancementLayer.Mel,
        "none" => EnhancementLayer.None,
        _ => throw new FormatException($"\"el\" is one of fel, mel, none, unknown, not \"{word}\"."),
    };

    private static HdrKind Hdr(string? word) => word switch
    {
        null or "unknown" => HdrKind.Unknown,
        "sdr" => HdrKind.Sdr,
        "hlg" => HdrKind.Hlg,
        "hdr10" => HdrKind.Hdr10,
        "hdr10plus" => HdrKind.Hdr10Plus,
        _ => throw new FormatException($"\"hdr\" is one of sdr, hdr10, hdr10plus, hlg, not \"{word}\"."),
    };
}
