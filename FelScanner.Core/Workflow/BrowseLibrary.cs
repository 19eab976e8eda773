using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Lists the library by its filters, Radarr's side of them included.</summary>
public sealed class BrowseLibrary(ILibrary library, RadarrShelf radarr)
{
    /// <exception cref="ServiceFault">The filter needs Radarr's list, and there is none.</exception>
    public async Task<Page<Film>> PageAsync(LibraryFilter filter, int page, int pageSize, CancellationToken cancellationToken) =>
        await library.PageAsync(await WholeAsync(filter, cancellationToken), page, pageSize, cancellationToken);

    private async Task<LibraryFilter> WholeAsync(LibraryFilter filter, CancellationToken cancellationToken) =>
        filter.Words.Contains(LibraryFilter.NotInRadarr) ? filter with { InRadarr = await radarr.IdsAsync(cancellationToken) } : filter;
}
