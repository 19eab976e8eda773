using System.Net;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases.Names;

namespace FelScanner.Core.Domain.Releases;

/// <summary>
/// Reads a release name by its grammar: words, the year or the first attribute that ends the title, the attributes, the group.
/// Never throws; a name without a word gives nothing but nulls. Only the first 1,024 characters are read.
/// </summary>
public static class ReleaseNameParser
{
    public static ParsedName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<Token> tokens = stackalloc Token[Tokenizer.MostTokens];
        NameReading reading = new()
        {
            Text = Plain(Tokenizer.Head(name)),
            Tokens = tokens,
            Year = -1,
            Tv = -1,
            Container = -1,
        };
        var count = Tokenizer.Cut(reading.Text, tokens);
        if (count == 0)
            return new ParsedName { Name = name };
        reading.Tokens = reading.Tokens[..count];
        Classifier.Classify(reading.Text, reading.Tokens);
        return Read(name, ref reading);
    }

    /// <summary>Names out of feeds may carry what stands for a character in markup ("Ocean&amp;#39;s").</summary>
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text) =>
        text.IndexOf('&') is var at and >= 0 && text[at..].IndexOf(';') > 0 ? WebUtility.HtmlDecode(text.ToString()) : text;

    private static ParsedName Read(string name, ref NameReading reading)
    {
        Edges.CutEnding(ref reading);
        Layout.Find(ref reading);
        var (season, episode) = TvMarks.Read(reading);
        var sport = EventMarks.Has(reading);
        var boxed = EndsInBox(reading);
        if (boxed && Layout.IsYear(reading, reading.TitleEnd - 1))
            reading.TitleEnd--;
        var (title, others) = TitleReader.Read(reading);
        var (tmdb, imdb) = IdReader.Read(reading);
        reading.Silence(reading.TitleStart, reading.TitleEnd);
        SilenceEpisodeTitle(ref reading);
        var group = GroupReader.Read(ref reading);
        var found = Attributes.Gather(reading);
        var year = reading.Year < 0 ? (int?)null : reading.Tokens[reading.Year].Number;
        var parsed = new ParsedName
        {
            Name = name,
            Title = title,
            OtherTitles = others,
            Year = year,
            Tv = reading.Tv >= 0 || sport,
            Season = season,
            Episode = episode,
            Group = group,
            TmdbId = tmdb,
            ImdbId = imdb,
        };
        return Describe(parsed, reading, found, boxed);
    }

    private static ParsedName Describe(ParsedName parsed, in NameReading reading, in Attributes found, bool boxed)
    {
        var resolution = found.Resolution >= 0 ? (Resolution)Vocabulary.Lines[found.Resolution] : found.FourK ? Resolution.P2160 : Resolution.Unknown;
        var uhd = found.Uhd || (found.Facts & Facts.Uhd) != 0;
        var remux = found.Remux || (found.Facts & Facts.Remux) != 0;
        var source = found.Source >= 0 ? found.Source : remux || IsDisc(found) ? Vocabulary.BluRay : -1;
        var telecineIsTheatrical = found.Telecine && source != Vocabulary.Telecine;
        var dolby = DolbyVisionReader.Read(reading, uhd || resolution >= Resolution.P2160, remux);
        return parsed with
        {
            Resolution = resolution,
            Source = source < 0 ? null : Vocabulary.SourceWords[source],
            Remux = remux,
            Uhd = uhd,
            Disc = !remux && IsDisc(found) | IsComplete(found, parsed.Tv, source, uhd),
            Hybrid = found.Hybrid,
            Dv = dolby.Told,
            DvProfile = dolby.Profile,
            DvCompatibility = dolby.Minor,
            Fel = dolby.Fel,
            Mel = dolby.Mel,
            Hdr = found.Hdr || found.Hdr10Plus,
            Hdr10Plus = found.Hdr10Plus,
            Hlg = found.Hlg,
            Sdr = found.Sdr,
            Codec = found.Codec < 0 ? null : Vocabulary.Codecs[found.Codec],
            Audio = found.Audio == int.MaxValue ? null : Vocabulary.Sounds[found.Audio],
            Atmos = (found.Facts & Facts.Atmos) != 0,
            Edition = EditionReader.Read(reading, telecineIsTheatrical),
            Proper = found.Proper,
            Repack = found.Repack,
            ReEncode = (found.Facts & Facts.Encode) != 0,
            NotOneFilm = found.Extras || found.Box || boxed || (found.Facts & Facts.NotFilm) != 0,
            Container = found.Container >= 0 ? Vocabulary.Containers[found.Container] : (found.Facts & Facts.Mp4) != 0 ? Vocabulary.Containers[Vocabulary.Mp4] : null,
        };
    }

    private static bool IsDisc(in Attributes found) =>
        found.Disc || (found.Facts & Facts.Disc) != 0 || found.Container == Vocabulary.Iso
        || (found.Source == Vocabulary.HdDvd && (found.Facts & Facts.Encode) == 0);

    private static bool IsComplete(in Attributes found, bool tv, int source, bool uhd) =>
        found.Complete && !tv && (found.Facts & Facts.Encode) == 0 && (uhd || source is Vocabulary.BluRay or 5);

    /// <summary>"The Matrix Trilogy 1999-2003": a box of films, when no single year follows.</summary>
    private static bool EndsInBox(in NameReading name)
    {
        var last = name.TitleEnd - 1;
        var ranged = name.Year >= 0 && last > name.TitleStart && Layout.IsYear(name, last);
        if (ranged)
            last--;
        if (last - name.TitleStart < 2 || name.Tokens[last].Tag != Tag.Box)
            return false;
        return ranged || name.Year < 0 || (name.Year + 1 < name.Tokens.Length && Layout.IsYear(name, name.Year + 1));
    }

    /// <summary>Between the episode and the attributes stands the episode's title, whatever its words are.</summary>
    private static void SilenceEpisodeTitle(ref NameReading name)
    {
        if (name.Tv < 0)
            return;
        var first = Layout.FirstStrong(name, name.TvEnd, name.Tokens.Length);
        while (first > name.TvEnd && name.Tokens[first - 1].Known)
            first--;
        name.Silence(name.TvEnd, first);
    }
}
