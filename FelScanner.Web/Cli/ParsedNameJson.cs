using System.Text;
using System.Text.Json;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Web.Cli;

/// <summary>Writes a parsed name as the public contract has it.</summary>
public static class ParsedNameJson
{
    public static void Write(Utf8JsonWriter json, ParsedName name)
    {
        json.WriteStartObject();
        Text(json, "name"u8, name.Name);
        Text(json, "title"u8, name.Title);
        Number(json, "year"u8, name.Year);
        json.WriteBoolean("tv"u8, name.Tv);
        Number(json, "season"u8, name.Season);
        Number(json, "episode"u8, name.Episode);
        WritePicture(json, name);
        Text(json, "audio"u8, name.Audio);
        json.WriteBoolean("atmos"u8, name.Atmos);
        Text(json, "group"u8, name.Group);
        json.WriteStartArray("edition"u8);
        foreach (var edition in name.Edition)
            json.WriteStringValue(edition);
        json.WriteEndArray();
        json.WriteBoolean("proper"u8, name.Proper);
        json.WriteBoolean("repack"u8, name.Repack);
        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, ParsedName name)
    {
        Text(json, "resolution"u8, name.Resolution.Word());
        Text(json, "source"u8, name.Source);
        json.WriteBoolean("remux"u8, name.Remux);
        json.WriteBoolean("uhd"u8, name.Uhd);
        json.WriteBoolean("disc"u8, name.Disc);
        json.WriteBoolean("hybrid"u8, name.Hybrid);
        json.WriteBoolean("dv"u8, name.Dv);
        Number(json, "dv_profile"u8, name.DvProfile);
        Flag(json, "fel"u8, name.Fel);
        Flag(json, "mel"u8, name.Mel);
        json.WriteBoolean("hdr"u8, name.Hdr);
        json.WriteBoolean("hdr10plus"u8, name.Hdr10Plus);
        json.WriteBoolean("hlg"u8, name.Hlg);
        json.WriteBoolean("sdr"u8, name.Sdr);
        Text(json, "codec"u8, name.Codec);
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> key, string? value) => json.WriteString(key, value is null ? null : WholeCharacters(value));

    /// <summary>Half a surrogate pair cannot be written as UTF-8: it becomes the replacement character.</summary>
    private static string WholeCharacters(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> key, int? value)
    {
        if (value is { } number)
            json.WriteNumber(key, number);
        else
            json.WriteNull(key);
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> key, bool? value)
    {
        if (value is { } flag)
            json.WriteBoolean(key, flag);
        else
            json.WriteNull(key);
    }
}
