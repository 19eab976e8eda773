namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>What a name tells of Dolby Vision. A layer that is not told stays null.</summary>
internal readonly record struct DolbyVisionClaim(bool Told, int? Profile, int? Minor, bool? Fel, bool? Mel);

/// <summary>Reads Dolby Vision, its profile and its layer, word by word, so that "Fellowship" or "DVDRip" never count.</summary>
internal static class DolbyVisionReader
{
    public static DolbyVisionClaim Read(in NameReading name, bool ultraHd, bool remux)
    {
        var told = false;
        bool layers = false, baseOnly = false, fel = false, mel = false;
        int? profile = null, minor = null;
        for (var i = 0; i < name.Tokens.Length; i++)
            told |= name.Tokens[i].Tag is Tag.Dv or Tag.DvCodec or Tag.Layers && !IsNegated(name, i);
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            var token = name.Tokens[i];
            if (token.Joined)
                continue;
            layers |= token.Tag == Tag.Layers;
            baseOnly |= token.Tag == Tag.BaseOnly;
            fel |= token.Tag == Tag.Fel && IsClaim(name, i, told, ultraHd, remux);
            mel |= token.Tag == Tag.Mel && IsClaim(name, i, told, ultraHd, remux);
            if (profile is null)
                (profile, minor) = Profile(name, i, told, ultraHd);
        }

        told |= fel || mel || layers || baseOnly || profile is not null;
        profile ??= fel || mel || layers ? 7 : null;
        return Conclude(told, profile, minor, fel, mel, baseOnly);
    }

    private static DolbyVisionClaim Conclude(bool told, int? profile, int? minor, bool fel, bool mel, bool baseOnly)
    {
        if (!told)
            return new(false, null, null, false, false);
        // Only profile 7 has a layer: "P8 (FEL converted)" tells what it was made from.
        if (profile is not null and not 7)
            return new(true, profile, minor, false, false);
        if (fel != mel)
            return new(true, profile, minor, fel, mel);
        return baseOnly && !fel ? new(true, profile, minor, false, false) : new(true, profile, minor, null, null);
    }

    private static bool IsNegated(in NameReading name, int i) =>
        i > 0 && (name.Is(i - 1, "no") || name.Is(i - 1, "non") || name.Is(i - 1, "not") || name.Is(i - 1, "without") || name.Is(i - 1, "sans"));

    /// <summary>"FEL" beside Dolby Vision or a profile is a claim however it is written; elsewhere only in capitals between attributes.</summary>
    private static bool IsClaim(in NameReading name, int i, bool told, bool ultraHd, bool remux)
    {
        if (IsNegated(name, i) || name.Is(i + 1, "to"))
            return false;
        if (name.Tokens[i].Strength == Strength.Strong || IsDolby(name, i - 1) || IsDolby(name, i + 1))
            return true;
        if (name.Tokens[i].Length == 3 && name.Word(i).IndexOfAnyInRange('a', 'z') >= 0)
            return told && IsAttribute(name, i - 1) && i + 1 < name.Tokens.Length && IsAttribute(name, i + 1);
        return (told || remux || (ultraHd && i + 1 < name.Tokens.Length)) && IsAttribute(name, i - 1) && IsAttribute(name, i + 1);
    }

    private static bool IsDolby(in NameReading name, int i) =>
        i >= 0 && i < name.Tokens.Length && name.Tokens[i].Tag is Tag.Dv or Tag.Profile or Tag.Layers or Tag.DvCodec;

    /// <summary>Known, a number, the group, or the end of the name.</summary>
    private static bool IsAttribute(in NameReading name, int i) =>
        i >= name.Tokens.Length || (i >= 0 && (name.Tokens[i].Known || name.Tokens[i].Number >= 0 || name.Tokens[i].Tag == Tag.Group));

    private static (int? Profile, int? Minor) Profile(in NameReading name, int i, bool told, bool ultraHd)
    {
        var token = name.Tokens[i];
        return token.Tag switch
        {
            Tag.Profile when told || ultraHd || token.Strength == Strength.Strong => (token.Value, Minor(name, i + 1, token.Value)),
            Tag.Dv when token.Value > 0 => (token.Value, Minor(name, i + 1, token.Value)),
            Tag.Dv or Tag.ProfileWord or Tag.DvCodec when Number(name, i + 1) is var number && number is >= 4 and <= 10 => Spelled(name, i, number),
            _ => (null, null),
        };
    }

    /// <summary>"Profile 8.1", "dvhe.07.06"; a bare number behind "DV" only as 8.1, 8.4 or 7.6, because "DV 7.1" is a sound.</summary>
    private static (int? Profile, int? Minor) Spelled(in NameReading name, int i, int number)
    {
        if (name.Tokens[i].Tag == Tag.DvCodec)
            return (number, number == 7 ? 6 : null);
        var minor = Minor(name, i + 2, number);
        return name.Tokens[i].Tag == Tag.ProfileWord || (minor is not null && number is 7 or 8) ? (number, minor) : (null, null);
    }

    private static int? Minor(in NameReading name, int i, int profile)
    {
        var minor = Number(name, i);
        if (i >= name.Tokens.Length || name.Tokens[i].Length != 1 || !name.Tokens[i].Has(Gap.Dot | Gap.Space | Gap.Underscore))
            return null;
        var fits = profile switch
        {
            7 => minor == 6,
            8 => minor is 1 or 2 or 4,
            5 => minor == 0 && name.Tokens[i].Before == Gap.Dot,
            _ => false,
        };
        var channels = minor is 2 && Number(name, i + 1) is 0 or 1;
        return fits && !channels ? minor : null;
    }

    private static int Number(in NameReading name, int i) =>
        i < name.Tokens.Length && name.Tokens[i].Bracket == name.Tokens[i - 1].Bracket ? name.Tokens[i].Number : -1;
}
