using FelScanner.Core.Ports;
using Microsoft.AspNetCore.WebUtilities;

namespace FelScanner.Web.Live.Library;

/// <summary>One choice of the filters. <paramref name="Group"/>: of the choices of one group only one can hold.</summary>
public sealed record LibraryChoice(string Word, string Words, string Group);

/// <summary>What the library page shows, as it stands in the address. <paramref name="Kind"/> holds filter words with commas between them.</summary>
public sealed record LibraryQuery(string? Kind, string? Text, string? Sort, bool Descending)
{
    public const string Picture = "picture";

    /// <summary>The filters in the order they are shown.</summary>
    public static IReadOnlyList<LibraryChoice> Choices { get; } =
    [
        new("fel_proven", "FEL proven", Picture), new("maybe_fel", "Maybe FEL", Picture), new("fel_told", "FEL told", Picture), new("mel", "MEL", Picture), new("p8", "P8", Picture), new("p5", "P5", Picture),
        new("hdr10plus", "HDR10+", Picture), new("hdr10", "HDR10", Picture), new("sdr", "SDR", Picture), new("other", "Other", Picture),
        new("2160p", "2160p", "resolution"), new("1080p", "1080p", "resolution"), new("720p", "720p", "resolution"), new("sd", "Below 720p", "resolution"),
        new("atmos", "Atmos", "atmos"),
        new("upgradeable", "Upgradeable", "upgradeable"), new("duplicates", "Several copies", "duplicates"), new(LibraryFilter.NotInRadarr, "Not in Radarr", "radarr"),
        new("unreadable", "Unreadable", "unreadable"), new("not_probed", "Layer not read", "not_probed"), new("unanalysed", "Not analysed", "unanalysed"),
    ];

    public LibraryFilter Filter => new(Words.Count == 0 ? null : string.Join(',', Words), string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Sort, Descending);

    public IReadOnlyList<string> Words => new LibraryFilter(Kind).Words;

    public string Address => QueryHelpers.AddQueryString("library", Parts("kind"));

    /// <summary>The export of just these films.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString("api/library/export", Parts("filter").Where(part => part.Key is "filter" or "q"));

    public bool Has(LibraryChoice choice) => Words.Contains(choice.Word);

    /// <summary>The same list with this choice taken, in place of the others of its group, or given up again.</summary>
    public LibraryQuery With(LibraryChoice choice)
    {
        var others = Words.Where(word => Choices.FirstOrDefault(known => known.Word == word)?.Group != choice.Group);
        var words = string.Join(',', Has(choice) ? others : others.Append(choice.Word));
        return this with { Kind = words.Length == 0 ? null : words };
    }

    /// <summary>The address of this list sorted by a column; again: the other way round. Size and rate begin with the largest, as people ask for it.</summary>
    public string SortedBy(string column) => (this with { Sort = column, Descending = (Sort ?? "title") == column ? !Descending : column is "size" or "bitrate" or "quality" or "added" }).Address;

    private Dictionary<string, string?> Parts(string kind)
    {
        var parts = new Dictionary<string, string?>();
        if (!string.IsNullOrEmpty(Kind))
            parts[kind] = Kind;
        if (!string.IsNullOrEmpty(Text))
            parts["q"] = Text;
        if (!string.IsNullOrEmpty(Sort))
            parts["sort"] = Sort;
        if (Descending)
            parts["down"] = "true";
        return parts;
    }
}
