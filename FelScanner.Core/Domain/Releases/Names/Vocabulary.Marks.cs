namespace FelScanner.Core.Domain.Releases.Names;

internal static partial class Vocabulary
{
    public const byte Mp4 = 1;
    public const byte TransportStream = 3;
    public const byte Iso = 5;

    private static void Marks(Dictionary<string, Word> words)
    {
        for (var i = 0; i < Containers.Length; i++)
        {
            if (Containers[i] is not ("ts" or "iso"))
                Add(words, Containers[i], Tag.Container, Strength.Weak, i, i is Mp4 or 8 ? Facts.Mp4 : Facts.None);
        }

        Add(words, "proper real-proper proper-real", Tag.Proper, Strength.Weak, facts: Facts.Digits);
        Add(words, "repack rerip repacked repack-proper", Tag.Repack, Strength.Strong, facts: Facts.Digits);
        Add(words, "internal int limited readnfo read-nfo nfofix dirfix festival stv retail real convert dubbed subbed custom oar ws fs widescreen fullscreen dual dl ml multi multisub multisubs multi-subs sub subs esub esubs esubbed msub msubs hardsub hardsubs hardcoded hc softsub softsubs untouched uncompressed rip encode reencode korsub engsub engsubs subtitles subtitle plus comm commentary bonus-view pal ntsc secam hq hd sd lq x2 v2 v3 nfo no-logo nologo no-subs nosubs nl-subs nordicsubs swesub norsub dksubs nlsubs retailsub doku dokumentation documentary retail-nfo gdrive audio audios upscaled upscale", Tag.Misc, Strength.Weak);
        Add(words, "nf amzn dsnp atvp atv hmax max hulu pcok pmtp stan crav ma now red bcore play vudu gplay itunes disney netflix amazon sho stz starz strp cr crkl cc roku tubi all4 bbc itv it-vod ip iplayer hbo hbom cbs abc nbc fox pbs sky skst stz+ vice viu wetv tving wavve cpng zee5 zee sonyliv sliv hs hotstar jc jhs jiohs jio sunnxt aha hoichoi mubi cc-sub shudder shdr amc amcp auvio arte canal+ cnlp mycanal molo sf svt nrk dr tv2 tv4 vild viap viaplay tvplay movistar mstar fili filmin flmn rakuten rkt rktn rktv tvnz tod osn shahid gaia crit criterion-channel kanopy knpy crkle epix mgm mgm+ mgmp dcu ytred yt apple appletv apple-tv atvp+ nrk-tv rte stv dplay dscp disc+ discovery+ cinet cnlp wow magenta joyn rtl rtlplus telly ard zdf orf unext u-next abema amznhd nowtv now-tv tver friday myv myvideo myvi kktv bili bilibili iqiyi wtv", Tag.Service, Strength.Weak, rule: CaseRule.Upper);
        Add(words, "it", Tag.Service, Strength.Weak, rule: CaseRule.LastUpper);
        Add(words, "remux-web", Tag.Misc, Strength.Weak);
        Add(words, "season seasons saison saisons staffel temporada temporadas stagione sezon сезон sæson säsong kausi", Tag.SeasonWord, Strength.Weak);
        Add(words, "complete-series the-complete-series complete-season mini-series miniseries miniserie full-season tv-series complete-tv-series limited-series tv-show full-series s-komplett komplette-serie complete-mini-series", Tag.SeriesWord, Strength.Weak);
    }
}
