namespace FelScanner.Core.Domain.Releases.Names;

internal static partial class Vocabulary
{
    /// <summary>The sources' contract words; a source word's value is an index into it.</summary>
    public static readonly string[] SourceWords =
        ["webdl", "webrip", "bluray", "hdtv", "tv", "dvd", "cam", "telesync", "telecine", "screener", "vhs", "hddvd", "hdrip", "laserdisc", "workprint"];

    public const byte BluRay = 2;
    public const byte HdDvd = 11;
    public const byte Telecine = 8;

    private static void Sources(Dictionary<string, Word> words)
    {
        Add(words, "web-dl webdl web-dlmux webdlmux webhd web-hd webuhd amazonhd ituneshd itunes-hd netflixhd netflixuhd maxdomehd web-download webhdr", Tag.Source);
        Add(words, "web", Tag.Source, Strength.Weak);
        Add(words, "webrip web-rip webmux web-mux webcap web-cap web-dlrip web-dl-rip webdlrip webdl-rip dlrip vodrip vod-rip", Tag.Source, value: 1, facts: Facts.Encode);

        Add(words, "bluray blu-ray blueray bdmux blurayhd mbluray uhdbluray mblu-ray", Tag.Source, value: 2);
        Add(words, "bd", Tag.Source, Strength.Weak, 2);
        Add(words, "bdrip bd-rip brrip br-rip blurayrip bluray-rip blu-ray-rip bdlight brip hdlight 4klight bdrip10", Tag.Source, value: 2, facts: Facts.Encode);
        Add(words, "uhdrip uhd-rip uhdbdrip uhd-bdrip uhdlight", Tag.Source, value: 2, facts: Facts.Encode | Facts.Uhd);
        Add(words, "bdremux bd-remux brremux blurayremux", Tag.Source, value: 2, facts: Facts.Remux);
        Add(words, "uhdbdremux uhdremux uhd-bdremux uhd-bd-remux", Tag.Source, value: 2, facts: Facts.Remux | Facts.Uhd);
        Add(words, "uhdbd uhd-bd", Tag.Source, value: 2, facts: Facts.Uhd);
        Add(words, "bd25 bd-25 bd50 bd-50 bd66 bd-66 bd100 bd-100 bdiso bd-iso brdisk br-disk brdisc br-disc bdmv bd9 bd5 full-bluray full-blu-ray fullbluray 3d-bd25 3d-bd50 bluray-disc blu-ray-disc bluray-iso", Tag.Source, value: 2, facts: Facts.Disc);
        Add(words, "uhd50 uhd66 uhd100 uhd-iso uhd-50 uhd-66 uhd-100 uhdiso full-uhd", Tag.Source, value: 2, facts: Facts.Disc | Facts.Uhd);
        Add(words, "iso full-disc full-disk fulldisc complete-disc avchd", Tag.Disc);
        Add(words, "complete completa complet completo", Tag.Complete, Strength.Weak);
        Add(words, "remux remuxed remuxe", Tag.Remux);
        Add(words, "hybrid hybride", Tag.Hybrid, Strength.Weak);

        Add(words, "hdtv hd-tv hdtvrip hdtv-rip ahdtv uhdtv hdtv1080i", Tag.Source, value: 3);
        Add(words, "pdtv dsr dsrip ds-rip satrip sat-rip dvbrip dvb-rip dvb-t dvb-s dvbs dttrip tvrip tv-rip sdtv dtvrip iptv iptvrip iptv-rip tvhdrip ws-dsr digitalrip", Tag.Source, value: 4);
        Add(words, "dvdrip dvd-rip dvdmux xvidvd dvdivx", Tag.Source, value: 5, facts: Facts.Encode);
        Add(words, "dvdremux dvd-remux", Tag.Source, value: 5, facts: Facts.Remux);
        Add(words, "dvdr dvd-r dvd5 dvd-5 dvd9 dvd-9 2dvd5 2dvd9 2xdvd9 2xdvd5 mdvdr mdvd9 dvd10 full-dvd fulldvd video-ts", Tag.Source, value: 5, facts: Facts.Disc);
        Add(words, "dvd r5 r5-line", Tag.Source, Strength.Weak, 5);
        Add(words, "camrip cam-rip hdcam hd-cam hqcam hq-cam newcam new-cam hdcamrip hd-camrip clean-cam cleancam qcam", Tag.Source, value: 6);
        Add(words, "cam", Tag.Source, Strength.Weak, 6);
        Add(words, "telesync telesynch tele-sync hdts hd-ts tsrip ts-rip hdtsrip hd-tsrip hqts hqtsrip predvd pre-dvd predvdrip pre-dvdrip pdvd pdvdrip hqpredvd", Tag.Source, value: 7);
        Add(words, "ts", Tag.Source, Strength.Weak, 7);
        Add(words, "telecine tele-cine hdtc hd-tc tcrip hdtcrip hd-tcrip", Tag.Source, value: 8);
        Add(words, "tc", Tag.Source, Strength.Weak, 8, rule: CaseRule.Upper);
        Add(words, "dvdscr dvd-scr hd-dvdscr dvdscreener dvd-screener bdscr bd-scr webscr web-scr webscreener web-screener dvdscrrip hdscr hd-scr", Tag.Source, value: 9);
        Add(words, "scr screener", Tag.Source, Strength.Weak, 9);
        Add(words, "vhsrip vhs-rip", Tag.Source, value: 10);
        Add(words, "vhs", Tag.Source, Strength.Weak, 10);
        Add(words, "hddvd hd-dvd", Tag.Source, value: 11);
        Add(words, "hddvdrip hddvd-rip hd-dvdrip hd-dvd-rip", Tag.Source, value: 11, facts: Facts.Encode);
        Add(words, "hdrip hd-rip hqrip hqhdrip hq-hdrip hdrip720p", Tag.Source, value: 12, facts: Facts.Encode);
        Add(words, "laserdisc laserdiscrip ldrip ld-rip laser-disc", Tag.Source, value: 13);
        Add(words, "workprint", Tag.Source, Strength.Weak, 14);
    }
}
