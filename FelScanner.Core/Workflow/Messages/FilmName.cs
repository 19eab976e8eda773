using System.Globalization;
using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>A film as people say it: "Dune (2021)".</summary>
internal static class FilmName
{
    public static string Of(DownloadRequest request) => Of(request.MovieTitle, request.Year);

    public static string Of(string title, int? year) => year is null ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({year})");
}
