using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Plex;

/// <summary>Plex's answers, composed from its documented fields.</summary>
internal static class PlexAnswers
{
    public const string Sections = """
        {"MediaContainer":{"size":3,"Directory":[
          {"key":"1","type":"movie","title":"Movies","Location":[{"id":1,"path":"/data/movies"}]},
          {"key":2,"type":"movie","title":"Movies 4K","Location":[{"id":2,"path":"/data/movies/4k"}]},
          {"key":"3","type":"show","title":"TV","Location":[{"id":3,"path":"/data/tv"}]}]}}
        """;

    public const string Identity = """{"MediaContainer":{"size":0,"machineIdentifier":"abc123","version":"1.41.0"}}""";

    public static FelSettings Settings(params string[] libraries) =>
        new() { Plex = new() { Url = "http://127.0.0.1:32400/", Token = new Secret("plextoken"), LibraryNames = libraries } };

    public static StubHttp Server() => new StubHttp().On("GET", "/identity", 200, Identity).On("GET", "/library/sections", 200, Sections);

    public static string Details(params string[] items) => $$$"""{"MediaContainer":{"size":{{{items.Length}}},"librarySectionID":1,"librarySectionTitle":"Movies","Metadata":[{{{string.Join(',', items)}}}]}}""";

    public static string Item(string key, string media, string more = "") =>
        $$"""{"ratingKey":"{{key}}","type":"movie","title":"Example Film","year":2021,"updatedAt":1763000100,{{more}}"Media":[{{media}}]}""";

    public static string Media(string video, string audio, string more = "\"width\":3840,\"height\":1600") =>
        $$"""{"id":501,"bitrate":77300,{{more}},"container":"mkv","Part":[{"file":"/data/movies/Example Film (2021)/a.mkv","size":"78234567890","Stream":[{"streamType":1,"codec":"hevc","width":3840,"height":1600,{{video}}},{{audio}}]}]}""";
}
