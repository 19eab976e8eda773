namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Everything that the known words of a name say, gathered in one pass.</summary>
internal ref struct Attributes
{
    public int Resolution;
    public bool FourK;
    public int Source;
    public bool SourceIsStrong;
    public int Codec;
    public int Audio;
    public Facts Facts;
    public bool Remux;
    public bool Uhd;
    public bool Disc;
    public bool Complete;
    public bool Hybrid;
    public bool Hdr;
    public bool Hdr10Plus;
    public bool Hlg;
    public bool Sdr;
    public bool Proper;
    public bool Repack;
    public bool Extras;
    public bool Box;
    public int Container;
    public bool Telecine;

    public static Attributes Gather(in NameReading name)
    {
        Attributes found = new() { Resolution = -1, Source = -1, Codec = -1, Audio = int.MaxValue, Container = name.Container };
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            var token = name.Tokens[i];
            if (token.Joined || token.Tag == Tag.None)
                continue;
            found.Facts |= token.Facts;
            found.Picture(name, i, token);
            found.Rest(name, i, token);
        }

        return found;
    }

    private void Picture(in NameReading name, int i, in Token token)
    {
        switch (token.Tag)
        {
            case Tag.Resolution when Resolution < 0:
                Resolution = token.Value;
                break;
            case Tag.FourK:
                FourK = true;
                break;
            case Tag.Number when Resolution < 0 && token.Number is 720 or 1080 or 2160 && i != name.Year && i > name.TitleEnd:
                Resolution = Vocabulary.Lines.IndexOf(token.Number);
                break;
            case Tag.Uhd:
                Uhd = true;
                break;
            case Tag.Hdr:
                Hdr = true;
                break;
            case Tag.Hdr10Plus:
                Hdr10Plus = true;
                break;
            case Tag.Hlg:
                Hlg = true;
                break;
            case Tag.Sdr:
                Sdr = true;
                break;
            case Tag.Codec when Codec < 0:
                Codec = token.Value;
                break;
        }
    }

    private void Rest(in NameReading name, int i, in Token token)
    {
        switch (token.Tag)
        {
            case Tag.Source:
                ReadSource(token);
                break;
            case Tag.Remux:
                Remux = true;
                break;
            case Tag.Disc:
                Disc = true;
                break;
            case Tag.Complete:
                Complete |= StandsByDisc(name, i, 1) || StandsByDisc(name, i, -1);
                break;
            case Tag.Hybrid:
                Hybrid = true;
                break;
            case Tag.Audio:
                Audio = Math.Min(Audio, token.Value);
                break;
            case Tag.Atmos:
                Facts |= Facts.Atmos;
                break;
            case Tag.Proper:
                Proper = true;
                break;
            case Tag.Repack:
                Repack = true;
                break;
            case Tag.Extras:
                Extras |= !IsAddition(name, i);
                break;
            case Tag.Box:
                Box = true;
                break;
            case Tag.Container when Container < 0:
                Container = token.Value;
                break;
        }
    }

    /// <summary>The first source wins; one that is also a title word ("TS", "Web") gives way to a certain one.</summary>
    private void ReadSource(in Token token)
    {
        var strong = token.Strength == Strength.Strong;
        Telecine |= token.Value == Vocabulary.Telecine && !strong;
        if (Source >= 0 && (SourceIsStrong || !strong))
            return;
        Source = token.Value;
        SourceIsStrong = strong;
    }

    /// <summary>"COMPLETE.UHD.BLURAY" is a disc, "Complete.1080p.BluRay" a complete series; languages may stand between.</summary>
    private static bool StandsByDisc(in NameReading name, int i, int step)
    {
        for (i += step; i >= 0 && i < name.Tokens.Length; i += step)
        {
            if (name.Tokens[i].Tag is Tag.Source or Tag.Uhd)
                return true;
            if (!name.Tokens[i].Joined && name.Tokens[i].Tag is not (Tag.Language or Tag.Misc))
                return false;
        }

        return false;
    }

    /// <summary>"Film (2018) + Extras": the film with something beside it, not a disc of extras.</summary>
    private static bool IsAddition(in NameReading name, int i) =>
        name.Tokens[i].Has(Gap.Plus | Gap.And) || name.Is(i - 1, "with") || name.Is(i - 1, "and") || name.Is(i - 1, "incl") || name.Is(i - 1, "w") || name.Is(i - 1, "plus");
}
