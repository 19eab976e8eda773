namespace FelScanner.Web.Live.Dashboard;

/// <summary>The state in words: what a person wants to know in three seconds.</summary>
public sealed record Headline(string Title, string Line, int ServicesFine, int Services, string Tone)
{
    public static Headline Of(int films, int downloads, long? freeBytes, int fine, int services, bool error, string lastCheck)
    {
        var title = films == 0 ? "Nothing waits for you" : $"{Words.Counted(films, "film waits", "films wait")} for you";
        string[] parts =
        [
            downloads == 0 ? (films == 0 ? lastCheck : "No download is running.") : $"{Words.Counted(downloads, "download is", "downloads are")} running.",
            freeBytes is { } free ? $"{Words.Size(free)} free." : "",
        ];
        var tone = error ? "bad" : fine < services ? "warn" : "ok";
        return new Headline(title, string.Join(" ", parts.Where(part => part.Length > 0)), fine, services, tone);
    }
}
