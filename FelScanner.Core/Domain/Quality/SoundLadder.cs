namespace FelScanner.Core.Domain.Quality;

/// <summary>The ladder of sound: TrueHD Atmos, DTS:X, DD+ Atmos, TrueHD, DTS-HD MA, DD+, DTS, DD, the rest.</summary>
public static class SoundLadder
{
    /// <summary>The step on the ladder, higher is better; null when the codec is not known.</summary>
    public static int? Rank(string? audio, bool atmos) => audio switch
    {
        null => null,
        "truehd" => atmos ? 90 : 60,
        "dts-x" => 80,
        "ddp" => atmos ? 70 : 40,
        "dts-hd-ma" => 50,
        "dts" or "dts-hd-hra" => 30,
        "dd" => 20,
        _ => 10,
    };

    /// <summary>The step of an owned or offered sound; unknown Atmos counts as there.</summary>
    public static int? Rank(PictureAndSound sound) => Rank(sound.Audio, sound.Atmos ?? true);
}
