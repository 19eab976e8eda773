namespace FelScanner.Core.Clients.Plex;

/// <summary>One audio track as far as Plex tells it. <paramref name="Atmos"/> null: the name does not say, and the codec could carry it.</summary>
internal sealed record PlexTrack(string Word, bool? Atmos, string Line);

/// <summary>The sound of a copy: the best track on the ladder, and whether any track has Atmos.</summary>
internal sealed record PlexSound(string? Best, bool? Atmos, IReadOnlyList<string> Lines)
{
    private static readonly string[] Ladder = ["dd", "dts", "ddp", "dts-hd-hra", "dts-hd-ma", "truehd", "ddp+atmos", "dts-x", "truehd+atmos"];

    public static PlexSound Of(PlexMedia media, IEnumerable<PlexStream> streams)
    {
        var audio = streams.Where(s => s.StreamType == 2).ToArray();
        // The version's own profile speaks of its first track ("dolby truehd + dolby atmos").
        PlexTrack[] tracks = [.. audio.Select((s, at) => Track(s, at == 0 ? media.AudioProfile : null))];
        if (tracks.Length == 0)
            return new PlexSound(media.AudioCodec is { } codec ? Word(codec, media.AudioProfile, "") : null, null, []);
        var atmos = tracks.Any(t => t.Atmos == true) ? true : tracks.Any(t => t.Atmos is null) ? (bool?)null : false;
        return new PlexSound(tracks.MaxBy(Rank)!.Word, atmos, [.. tracks.Select(t => t.Line)]);
    }

    private static PlexTrack Track(PlexStream stream, string? mediaProfile)
    {
        var words = $"{stream.Words} {stream.Profile} {mediaProfile}";
        var word = Word(stream.Codec ?? "", stream.Profile, words);
        return new PlexTrack(word, HasAtmos(stream, word, words), (stream.ExtendedDisplayTitle ?? stream.DisplayTitle ?? stream.Codec ?? "?").Trim());
    }

    /// <summary>Silence of the name is no proof: only a name that describes the format without Atmos, or too few channels for it, says no.</summary>
    private static bool? HasAtmos(PlexStream stream, string word, string words)
    {
        if (Says(words, "atmos"))
            return true;
        if (word is not ("truehd" or "ddp") || stream.Channels is > 0 and < 6)
            return false;
        return DescribesFormat(stream.Title ?? "") ? false : null;
    }

    private static bool DescribesFormat(string title) =>
        Says(title, "truehd") || Says(title, "dolby") || Says(title, "dd+") || Says(title, "ddp") || Says(title, "e-ac") || Says(title, "eac3");

    private static string Word(string codec, string? profile, string words) => codec.ToLowerInvariant() switch
    {
        "truehd" or "mlp" => "truehd",
        "eac3" or "ec3" or "e-ac-3" => "ddp",
        "ac3" => "dd",
        "dca" or "dts" or "dca-ma" => Dts((profile ?? "").ToLowerInvariant(), words),
        "" => "unknown",
        var other when other.StartsWith("pcm", StringComparison.Ordinal) => "pcm",
        var other when other.StartsWith("aac", StringComparison.Ordinal) => "aac",
        var other => other,
    };

    private static string Dts(string profile, string words) => profile switch
    {
        _ when Says(words, "dts:x") || Says(words, "dts-x") || Says(words, "dts x") || profile == "x" => "dts-x",
        _ when profile.Contains("hra", StringComparison.Ordinal) => "dts-hd-hra",
        _ when profile.Contains("ma", StringComparison.Ordinal) || Says(words, "dts-hd ma") => "dts-hd-ma",
        _ => "dts",
    };

    private static int Rank(PlexTrack track) => Array.IndexOf(Ladder, track.Atmos == true ? $"{track.Word}+atmos" : track.Word);

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
