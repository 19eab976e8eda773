using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;
using FelScanner.Web.Live.Reports;

namespace FelScanner.Web.Live;

/// <summary>Where a film stands in the other programs; null where it does not, or where its address is not known. Addresses are for the person's browser.</summary>
public sealed record FilmElsewhere(string? PlexAddress, string? RadarrAddress, string? RadarrFolder);

/// <summary>The library for reading, with what other services add to it.</summary>
public interface ILibraryView
{
    /// <exception cref="ServiceFault">The filter needs Radarr's list, and there is none.</exception>
    Task<Page<Film>> PageAsync(LibraryFilter filter, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Never waits for a service that does not answer: what it cannot tell is null.</summary>
    Task<FilmElsewhere> ElsewhereAsync(Film film, CancellationToken cancellationToken);

    /// <summary>The figures of the reports page, at most a minute old.</summary>
    Task<LibraryReport> ReportAsync(CancellationToken cancellationToken);
}
