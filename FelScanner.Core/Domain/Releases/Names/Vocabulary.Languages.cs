namespace FelScanner.Core.Domain.Releases.Names;

internal static partial class Vocabulary
{
    private static void Languages(Dictionary<string, Word> words)
    {
        Add(
            words,
            """
            english french german italian spanish castellano castilian latino latin lat dutch flemish swedish norwegian danish finnish icelandic nordic polish
            czech slovak hungarian romanian bulgarian greek turkish hebrew arabic persian farsi russian ukrainian serbian croatian slovenian estonian latvian lithuanian
            hindi tamil telugu malayalam kannada bengali bangla punjabi marathi gujarati urdu japanese korean chinese mandarin cantonese thai vietnamese indonesian malay
            portuguese brazilian dublado legendado truefrench subfrench vostfr vost vff vfq vfi vf2 vof vo vfo vf multi-vff multi-vfq multi-vf2 multivff multi4 multi3 multi5 multi6 multi7 multi8
            multilang multilingual ita eng ger deu fre fra spa esp rus jpn jap kor chi chn hin por pol cze ces svk hun rum ron bul gre ell tur heb ara dan dut nld nor fin swe isl ukr srp hrv slo
            tha vie ind may cat catalan eus baskisch lektor napisy pl pldub plsub dubpl dubbing sub-ita sub-eng german-dl german-ml dual-lat audio-latino esp-lat nl-retailsub
            flemmish vlaams nederlands deutsch francais français espanol español italiano svenska norsk dansk suomi magyar русский рус укр eng-ita ita-eng eng-ger spa-eng org orig original-audio
            rosub rodubbed romanian-dub czdub skdub hundub uk usa us eur jap-eng gbr kr jp cz
            """.ReplaceLineEndings(" "),
            Tag.Language,
            Strength.Weak);
        Add(words, "it en de fr es pt ru nl da no sv fi hu ro el tr he ar hi ta te ml ja ko zh pl-en fre-eng", Tag.Language, Strength.Weak, rule: CaseRule.Upper);
        Add(words, "it", Tag.Service, Strength.Weak, rule: CaseRule.LastUpper);
    }
}
