using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Releases;

/// <summary>What a release's description tells of its file. Null and false mean "not told".</summary>
internal sealed record DescriptionFacts
{
    public static DescriptionFacts Nothing { get; } = new();

    public bool DolbyVision { get; init; }
    public int? Profile { get; init; }

    /// <summary>"BL+EL+RPU": two layers, of either kind.</summary>
    public bool TwoLayers { get; init; }
    public bool Fel { get; init; }
    public bool Mel { get; init; }
    public bool Hdr10 { get; init; }
    public bool Hdr10Plus { get; init; }
    public bool Atmos { get; init; }
    public string? Audio { get; init; }
    public Resolution Resolution { get; init; }
    public bool ReEncode { get; init; }
}

/// <summary>Reads the MediaInfo block of a description (https://mediaarea.net/en/MediaInfo) and what an uploader says of the layer in plain words.</summary>
internal static class DescriptionReader
{
    /// <summary>More of a description is not looked at.</summary>
    private const int MostCharacters = 262_144;

    public static DescriptionFacts Read(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
            return DescriptionFacts.Nothing;
        var text = description.AsSpan(0, Math.Min(description.Length, MostCharacters));
        var profile = Profile(text);
        var layers = LayerWords.HasTwoLayers(text);
        return new DescriptionFacts
        {
            Profile = profile,
            TwoLayers = layers,
            DolbyVision = profile is not null || layers || Has(text, "Dolby Vision") || Has(text, "DoVi "),
            Fel = LayerWords.Claims(text, "FEL", "Full Enhancement Layer"),
            Mel = LayerWords.Claims(text, "MEL", "Minimal Enhancement Layer", "Minimum Enhancement Layer"),
            Hdr10 = Has(text, "HDR10 compatible") || Has(text, "SMPTE ST 2086"),
            Hdr10Plus = Has(text, "HDR10+") || Has(text, "SMPTE ST 2094 App 4"),
            Atmos = Has(text, "Dolby Atmos") || Has(text, "E-AC-3 JOC") || Has(text, "MLP FBA 16-ch") || Has(text, "TrueHD Atmos"),
            Audio = Audio(text),
            Resolution = ResolutionWords.FromSize(Pixels(text, "Width"), Pixels(text, "Height")),
            ReEncode = Line(text, "Writing library") is { IsEmpty: false } library && (Has(library, "x265") || Has(library, "x264") || Has(library, "SVT-AV1")),
        };
    }

    private static bool Has(ReadOnlySpan<char> text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>"dvhe.07.06" is profile 7, level 06: the number behind the codec's name is the profile.</summary>
    private static int? Profile(ReadOnlySpan<char> text)
    {
        foreach (var codec in (ReadOnlySpan<string>)["dvhe.", "dvh1."])
        {
            var at = text.IndexOf(codec, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && text.Length >= at + 7 && text[at + 5] == '0' && char.IsAsciiDigit(text[at + 6]))
                return text[at + 6] - '0';
        }

        var vision = text.IndexOf("Dolby Vision", StringComparison.OrdinalIgnoreCase);
        if (vision < 0)
            return null;
        var line = FirstLine(text[vision..]);
        var profile = line.IndexOf("Profile ", StringComparison.OrdinalIgnoreCase);
        return profile >= 0 && line.Length > profile + 8 && line[profile + 8] is >= '4' and <= '9' ? line[profile + 8] - '0' : null;
    }

    private static string? Audio(ReadOnlySpan<char> text)
    {
        if (Has(text, "MLP FBA") || Has(text, "A_TRUEHD"))
            return "truehd";
        if (Has(text, "DTS XLL X"))
            return "dts-x";
        if (Has(text, "DTS XLL") || Has(text, "DTS-HD Master Audio"))
            return "dts-hd-ma";
        return Has(text, "E-AC-3") ? "ddp" : null;
    }

    /// <summary>"Width : 3 840 pixels".</summary>
    private static int? Pixels(ReadOnlySpan<char> text, string key)
    {
        var value = 0;
        foreach (var c in Line(text, key))
        {
            if (char.IsAsciiDigit(c) && value < 100_000)
                value = (value * 10) + (c - '0');
            else if (char.IsLetter(c))
                break;
        }

        return value == 0 ? null : value;
    }

    /// <summary>What stands behind the colon of the first line that begins with the key.</summary>
    private static ReadOnlySpan<char> Line(ReadOnlySpan<char> text, string key)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.TrimStart().StartsWith(key, StringComparison.OrdinalIgnoreCase) && line.IndexOf(':') is var colon && colon > 0)
                return line[(colon + 1)..];
        }

        return default;
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }
}
