namespace FelScanner.Core.Domain.Releases.Names;

internal static partial class Vocabulary
{
    /// <summary>The sound codecs' contract words, best first; a sound word's value is an index into it.</summary>
    public static readonly string[] Sounds =
        ["truehd", "dts-x", "dts-hd-ma", "pcm", "flac", "dts-hd-hra", "ddp", "dts", "dd", "opus", "aac", "alac", "mp3", "mp2", "vorbis"];

    public const byte TrueHd = 0;
    public const byte DtsX = 1;

    private static void Sound(Dictionary<string, Word> words)
    {
        void Audio(string list, int value, Facts facts = Facts.None, Strength strength = Strength.Strong) =>
            Add(words, list, Tag.Audio, strength, value, facts | Facts.Digits);

        Audio("truehd true-hd thd truehh dolby-truehd dolby-true-hd dolbytruehd", 0);
        Audio("truehda thda true-hda truehdatmos", 0, Facts.Atmos);
        Audio("dtsx dts-x dts-hd-x dtsxll dtshdx", 1);
        Audio("dts-hd-ma dtshd-ma dts-hdma dtshdma dts-ma dtsma dts-hd dtshd dts-hd-master dts-hd-master-audio dtshd-master", 2);
        Audio("pcm lpcm", 3);
        Audio("flac flacx2", 4);
        Audio("dts-hd-hra dtshd-hra dts-hd-hr dtshd-hr dts-hdhr dtshdhr dts-hra dtshra dts-hr dts-hd-hi-res dts-hd-high-resolution", 5);
        Audio("ddp dd+ dd-p eac3 e-ac3 e-ac-3 eac-3 ec3 ec-3 ddplus dd-plus dolby-digital-plus dolby-digital+ dolbydigitalplus eac3d eac3dl eac3ld ddpx2 ddp+", 6);
        Audio("ddpa dd+a ddp-a ddpatmos eac3atmos dd+atmos", 6, Facts.Atmos);
        Audio("dts dtsx2 dts-es dtses dtsd dtsdl dts-dl", 7);
        Audio("dd ddx2", 8, strength: Strength.Weak);
        Audio("ac3 ac-3 dolby-digital dolbydigital ac3d ac3ld ac3md ac3dl ac3x2 2xac3 ac3-dub", 8);
        Audio("opus", 9, strength: Strength.Weak);
        Audio("aac he-aac heaac aac-lc qaac aacx2 hqaac lc-aac", 10);
        Audio("alac", 11);
        Audio("mp3", 12);
        Audio("mp2", 13);
        Audio("vorbis ogg", 14);
        Add(words, "atmos dolby-atmos dolbyatmos", Tag.Atmos, Strength.Weak, facts: Facts.Digits);
        Add(words, "2ch 6ch 8ch 1ch 7ch 5ch auro3d auro-3d auro", Tag.Misc);
        Add(words, "dual-audio dualaudio multi-audio multiaudio tri-audio quad-audio triaudio 2audio 3audio hindi-dubbed org-audio", Tag.Misc);
        Add(words, "line-audio line-dubbed md ld mic-dubbed line", Tag.Misc, Strength.Weak);
    }
}
