using FelScanner.Core.Domain.Quality;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>A quality in one line for people.</summary>
internal static class QualityLine
{
    public static string Of(PictureAndSound? quality) => quality is null ? "not in the library" : QualityWords.Describe(quality);
}
