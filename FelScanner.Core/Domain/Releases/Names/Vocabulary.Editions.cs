namespace FelScanner.Core.Domain.Releases.Names;

internal static partial class Vocabulary
{
    /// <summary>The editions' words as the contract writes them; an edition word's value is an index into it.</summary>
    public static readonly string[] EditionWords =
    [
        "imax", "extended", "directors cut", "theatrical", "remastered", "collectors", "unrated", "uncut", "final cut", "criterion",
        "special edition", "open matte", "ultimate", "anniversary", "despecialized", "fan edit", "2in1", "3in1", "restored", "assembly cut",
        "colorized", "redux", "rogue cut", "producers cut", "international", "alternate cut", "uncensored", "4in1", "black and white", "snyder cut",
    ];

    public const byte Theatrical = 3;
    public const byte Criterion = 9;

    private static void Editions(Dictionary<string, Word> words)
    {
        void Edition(string list, int value, Facts facts = Facts.None, CaseRule rule = CaseRule.Any) =>
            Add(words, list, Tag.Edition, Strength.Weak, value, facts, rule);

        Edition("imax imax-edition imax-enhanced imax-version imax-cut", 0);
        Edition("extended extended-cut extended-edition extended-version extended-collection xtended special-extended-edition special-extended extendida version-extendida versione-estesa estesa version-longue langfassung ext exted", 1);
        Edition("ee ec", 1, rule: CaseRule.Upper);
        Edition("directors-cut director-cut director-s-cut directors-cut-edition dir-cut dircut directorscut directors-edition director-edition directors-version director-s-edition montaje-del-director directors-definitive-edition", 2);
        Edition("directors", 2, Facts.Loose);
        Edition("dc", 2, rule: CaseRule.Upper);
        Edition("theatrical theatrical-cut theatrical-version theatrical-edition theatrical-release kinofassung theatrical-cut-edition", 3);
        Edition("remastered remaster 4k-remaster 4k-remastered digitally-remastered remasterizado remasterizada 4k-scan-remastered remastered-edition remasterisé remasterise", 4);
        Edition("collectors-edition collector-edition collectors-cut collector-s-edition collectors-version", 5);
        Edition("collectors collector", 5, Facts.Loose);
        Edition("ce", 5, rule: CaseRule.Upper);
        Edition("unrated unrated-cut unrated-edition unrated-version", 6);
        Edition("uncut uncut-version uncut-edition ungeschnitten", 7);
        Edition("final-cut the-final-cut", 8);
        Edition("criterion criterion-collection the-criterion-collection criterion-edition", 9);
        Edition("special-edition the-special-edition special-collectors-edition special-ed", 10);
        Edition("open-matte openmatte", 11);
        Edition("om", 11, rule: CaseRule.Upper);
        Edition("ultimate-edition ultimate-cut ultimate-version the-ultimate-edition the-ultimate-cut ultimate-hunter-edition ultimate-fan-edition", 12);
        Edition("ultimate", 12, Facts.Loose);
        Edition("anniversary-edition anniversary-cut anniversary-remaster anniversary-remastered", 13);
        Edition("anniversary", 13, Facts.Loose);
        Edition("despecialized despecialised despecialized-edition despecialised-edition", 14);
        Edition("fan-edit fanedit fanres fan-res fan-restoration fanedition", 15, Facts.NotFilm);
        Edition("2in1 2-in-1", 16);
        Edition("3in1 3-in-1", 17);
        Edition("restored 4k-restored 4k-restoration restoration restored-version restored-edition restored-cut digitally-restored", 18);
        Edition("assembly-cut", 19);
        Edition("colorized colourized colorised colourised", 20);
        Edition("redux", 21);
        Edition("rogue-cut the-rogue-cut", 22);
        Edition("producers-cut producer-s-cut", 23);
        Edition("international-cut international-version", 24);
        Edition("alternate-cut alternative-cut alternate-version", 25);
        Edition("uncensored uncensored-version", 26);
        Edition("4in1 4-in-1", 27);
        Edition("black-and-chrome black-and-white-edition noir-edition black-chrome-edition", 28);
        Edition("snyder-cut the-snyder-cut snyders-cut zack-snyders-cut", 29);
        Add(words, "cut edition version ed integral limited-edition steelbook edition-collector uncropped", Tag.EditionTail, Strength.Weak);
        Add(words, "extras bonus bonus-disc bonus-disk bonus-features featurettes special-features rmxtras extras-disc extra-disc xtras", Tag.Extras, Strength.Weak);
        Add(words, "trilogy quadrilogy duology anthology pentalogy hexalogy octology collection box-set boxset complete-collection movie-collection movies-collection trilogie trilogia", Tag.Box, Strength.Weak);
    }
}
