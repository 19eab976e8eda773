namespace FelScanner.Core.Domain.Releases.Names;

internal static partial class Vocabulary
{
    /// <summary>The classes of a picture; a resolution word's value is an index into it.</summary>
    public static ReadOnlySpan<int> Lines => [480, 576, 720, 1080, 2160, 4320];

    /// <summary>The codecs' contract words; a codec word's value is an index into it.</summary>
    public static readonly string[] Codecs = ["h265", "h264", "av1", "xvid", "divx", "vc1", "mpeg2", "vp9", "h266", "mpeg4"];

    private static void Picture(Dictionary<string, Word> words)
    {
        Add(words, "480p 480i", Tag.Resolution, value: 0);
        Add(words, "576p 576i", Tag.Resolution, value: 1);
        Add(words, "720p 720i 720p60 720p50 hd720 hd720p", Tag.Resolution, value: 2);
        Add(words, "1080p 1080i 1080p60 1080p50 1080p24 fhd fullhd full-hd hd1080 hd1080p", Tag.Resolution, value: 3);
        Add(words, "2160p 2160i 2160p60 2160p50 2160p24 4k2160p uhd2160p 4k-2160p", Tag.Resolution, value: 4);
        Add(words, "4320p 8k4320p", Tag.Resolution, value: 5);
        Add(words, "8k", Tag.Resolution, Strength.Weak, 5);
        Add(words, "4k 4kuhd 4khdr", Tag.FourK, Strength.Weak);
        Add(words, "uhd ultrahd ultra-hd", Tag.Uhd);
        Add(words, "uhd4k 4k-uhd uhd-4k", Tag.FourK, facts: Facts.Uhd);
        Add(words, "ds4k ds4k60", Tag.Misc);
        Add(words, "4kto1080p 4k-to-1080p 4klight-1080p ds4k-1080p", Tag.Resolution, value: 3);

        Add(words, "dovi dolbyvision dolby-vision dovi10", Tag.Dv);
        Add(words, "dv", Tag.Dv, Strength.Weak);
        Add(words, "dolbyvisionmp4 dolby-visionmp4 dvmp4 dovimp4", Tag.Dv, facts: Facts.Mp4);
        for (var profile = 4; profile <= 10; profile++)
        {
            Add(words, $"dvp{profile} dovip{profile} dv{profile} dovi{profile}", Tag.Dv, value: profile);
            Add(words, $"p{profile} p0{profile}", Tag.Profile, Strength.Weak, profile);
            Add(words, $"profile{profile}", Tag.Profile, Strength.Strong, profile);
        }

        Add(words, "profile profil", Tag.ProfileWord, Strength.Weak);
        Add(words, "dvhe dvh1", Tag.DvCodec);
        Add(words, "dvfel dovifel p7fel dvp7fel", Tag.Fel);
        Add(words, "dvmel dovimel p7mel dvp7mel", Tag.Mel);
        Add(words, "fel full-enhancement-layer", Tag.Fel, Strength.Weak);
        Add(words, "mel minimal-enhancement-layer minimum-enhancement-layer", Tag.Mel, Strength.Weak);
        Add(words, "bl-el-rpu bl-el el-bl-rpu", Tag.Layers);
        Add(words, "bl-rpu", Tag.BaseOnly);
        Add(words, "cmv4 cmv4-0 cm4-0 cmv4-0-restored cmv2-9 cm4 cmv4-restored", Tag.Misc);

        Add(words, "hdr10 hdr-10 hdr10bit hdr10-bit hdrvivid hdr-vivid pq10 hdr1000", Tag.Hdr);
        Add(words, "hdr pq", Tag.Hdr, Strength.Strong);
        Add(words, "hdr10+ hdr10plus hdr10p hdr10-plus hdr-10-plus hdr-10+ hdr-10plus hdr-10p hdrplus hdr10++ hdr10plusdv", Tag.Hdr10Plus);
        Add(words, "hlg hlg10", Tag.Hlg);
        Add(words, "sdr", Tag.Sdr);
        Add(words, "dvhdr dvhdr10", Tag.Hdr);

        Add(words, "h265 hevc h-265 hevc10 hevc-10 hevc10bit h265-10", Tag.Codec, value: 0);
        Add(words, "x265 x-265 x265-10bit", Tag.Codec, value: 0, facts: Facts.Encode);
        Add(words, "h264 h-264 avc", Tag.Codec, value: 1);
        Add(words, "x264 x-264", Tag.Codec, value: 1, facts: Facts.Encode);
        Add(words, "av1 svt-av1 svtav1 aom-av1 av1-10bit", Tag.Codec, value: 2, facts: Facts.Encode);
        Add(words, "xvid xvid-hd", Tag.Codec, value: 3, facts: Facts.Encode);
        Add(words, "divx divx5 divx6", Tag.Codec, value: 4, facts: Facts.Encode);
        Add(words, "vc1 vc-1", Tag.Codec, value: 5);
        Add(words, "mpeg2 mpeg-2", Tag.Codec, value: 6);
        Add(words, "vp9 vp-9", Tag.Codec, value: 7, facts: Facts.Encode);
        Add(words, "h266 h-266 vvc", Tag.Codec, value: 8);
        Add(words, "x266 x-266", Tag.Codec, value: 8, facts: Facts.Encode);
        Add(words, "mpeg4 mpeg-4", Tag.Codec, value: 9, facts: Facts.Encode);

        Add(words, "10bit 10-bit 8bit 8-bit 12bit 12-bit 10bits hi10 hi10p 10b hi444pp ma10p yuv420p10 60fps 50fps 120fps 24fps 25fps 30fps hfr 4-2-0 mvc", Tag.Misc);
        Add(words, "3d sbs hsbs h-sbs half-sbs fullsbs ou hou h-ou half-ou tab htab", Tag.Misc, Strength.Weak);
    }
}
