using FelScanner.Core.Ports;
using Microsoft.AspNetCore.WebUtilities;

namespace FelScanner.Web.Live.Library;

/// <summary>What the library page shows, as it stands in the address.</summary>
public sealed record LibraryQuery(string? Kind, string? Text, string? Sort, bool Descending)
{
    /// <summary>The filters with their words, in the order of the chips.</summary>
    public static IReadOnlyList<(string Kind, string Words)> Kinds { get; } =
    [
        ("", "All"), ("fel", "FEL"), ("maybe_fel", "Maybe FEL"), ("mel", "MEL"), ("upgradeable", "Upgradeable"), ("p8", "P8"), ("p5", "P5"),
        ("hdr10plus", "HDR10+"), ("hdr10", "HDR10"), ("sdr", "SDR"), ("atmos", "Atmos"), ("duplicates", "Several copies"), ("not_probed", "Not read yet"),
    ];

    public LibraryFilter Filter => new(string.IsNullOrEmpty(Kind) ? null : Kind, string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Sort, Descending);

    public string Address
    {
        get
        {
            var parts = new Dictionary<string, string?>();
            if (!string.IsNullOrEmpty(Kind))
                parts["kind"] = Kind;
            if (!string.IsNullOrEmpty(Text))
                parts["q"] = Text;
            if (!string.IsNullOrEmpty(Sort))
                parts["sort"] = Sort;
            if (Descending)
                parts["down"] = "true";
            return QueryHelpers.AddQueryString("library", parts);
        }
    }

    /// <summary>The address of this list sorted by a column; again: the other way round.</summary>
    public string SortedBy(string column) => (this with { Sort = column, Descending = (Sort ?? "title") == column && !Descending }).Address;
}
