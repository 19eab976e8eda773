using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Domain.Library;

public sealed class CopiesSideBySideTests
{
    private static readonly Copy Large = A.Copy(A.Quality(Resolution.P2160, profile: 8), "/m/large.mkv", "m1") with { Id = 1, BitrateKbps = 60_000 };
    private static readonly Copy Larger = Large with { Id = 2, BitrateKbps = 80_000 };
    private static readonly Copy Small = A.Copy(A.Quality(Resolution.P1080, hdr: HdrKind.Sdr), "/m/small.mkv", "m2") with { Id = 3, BitrateKbps = 9_000 };
    private static readonly Copy New = Larger with { Id = 4, Analysed = false };

    [Fact]
    public void A_large_screen_gets_the_largest_picture_at_the_highest_rate()
    {
        var played = PlayedCopy.Of([Small, Large, Larger, New])!;

        Assert.Equal((2L, 3L), (played.OnLargeScreen.Id, played.OnSmallScreen.Id));
    }

    [Fact]
    public void Without_a_small_copy_a_small_screen_gets_the_smallest_there_is()
    {
        Assert.Equal(1, PlayedCopy.Of([Larger, Large])!.OnSmallScreen.Id);
        Assert.Null(PlayedCopy.Of([]));
    }

    [Fact]
    public void Only_what_differs_is_told()
    {
        var differences = CopyDifferences.Of([Large with { Path = "/a/x.mkv" }, Larger with { Path = "/b/x.mkv", VideoCodec = "av1" }]);

        Assert.Equal(["Codec", "Folder"], differences.Select(difference => difference.Name));
        Assert.Equal(["/a", "/b"], differences[1].Values);
        Assert.Empty(CopyDifferences.Of([Large, Larger]));
    }
}
