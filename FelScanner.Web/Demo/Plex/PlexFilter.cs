namespace FelScanner.Web.Demo.Plex;

/// <summary>The filters and orders of a library listing that a reader may ask for.</summary>
internal static class PlexFilter
{
    public static IReadOnlyList<PlexItem> Apply(IReadOnlyList<PlexItem> items, HttpContext context)
    {
        IEnumerable<PlexItem> found = items;
        if (context.Query("type") is { Length: > 0 } type && type != "1")
            return [];
        if (Since(context, "updatedAt") is { } updated)
            found = found.Where(i => i.Film.UpdatedAt >= updated);
        if (context.Query("duplicate") == "1")
            found = found.Where(i => i.Copies.Count > 1);
        if (context.Query("title") is { Length: > 0 } title)
            found = found.Where(i => i.Film.Title.Contains(title, StringComparison.OrdinalIgnoreCase));
        return context.Query("sort") switch
        {
            "updatedAt:desc" => [.. found.OrderByDescending(i => i.Film.UpdatedAt)],
            "updatedAt" or "updatedAt:asc" => [.. found.OrderBy(i => i.Film.UpdatedAt)],
            _ => [.. found],
        };
    }

    /// <summary>Plex writes "at least" as <c>updatedAt&gt;=1763000000</c>, which reaches a query parser as a name that ends in &gt;.</summary>
    private static long? Since(HttpContext context, string field) =>
        Wire.ToLong(context.Query(field + ">")) ?? (Wire.ToLong(context.Query(field + ">>")) is { } after ? after + 1 : null);
}
