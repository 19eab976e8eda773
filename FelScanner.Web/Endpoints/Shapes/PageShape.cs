using FelScanner.Core.Ports;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>A page of a list; pages count from 1.</summary>
internal sealed record PageShape<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total)
{
    public static PageShape<T> Of<TRow>(Page<TRow> page, Func<TRow, T> shape) => new([.. page.Items.Select(shape)], page.Number, page.Size, page.Total);
}

/// <summary>Which page a caller wants.</summary>
internal static class Paging
{
    private const int Usual = 50;
    private const int Most = 200;

    /// <summary>Page 1 and 50 rows when nothing is said; never more than 200 rows; null with a problem for what is no number of a page.</summary>
    public static (int Page, int Size)? Read(int? page, int? pageSize) =>
        page is < 1 or > 1_000_000 || pageSize is < 1 ? null : (page ?? 1, Math.Min(pageSize ?? Usual, Most));

    public static IResult Fault() => Problems.Result(StatusCodes.Status400BadRequest, "Pages count from 1, and page_size is at least 1 (at most 200 are given).");
}
