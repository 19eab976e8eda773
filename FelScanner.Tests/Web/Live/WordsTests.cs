using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Live;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(24_100_000_000L, "24.1 GB")]
    [InlineData(1_130_000_000_000L, "1.13 TB")]
    [InlineData(512_000_000L, "512 MB")]
    [InlineData(900L, "900 B")]
    public void Sizes_are_said_as_disks_count(long bytes, string words) => Assert.Equal(words, Words.Size(bytes));

    [Theory]
    [InlineData(10, "just now")]
    [InlineData(240, "4 min ago")]
    [InlineData(68_400, "19 h ago")]
    [InlineData(-420, "in 7 min")]
    [InlineData(864_000, "10 d ago")]
    public void Times_are_said_with_one_unit(int secondsAgo, string words) => Assert.Equal(words, Words.Ago(Now.AddSeconds(-secondsAgo), Now));

    [Theory]
    [InlineData(1, "One film waits")]
    [InlineData(3, "Three films wait")]
    [InlineData(14, "14 films wait")]
    public void Small_numbers_are_words(int number, string words) => Assert.Equal(words, Words.Counted(number, "film waits", "films wait"));

    [Fact]
    public void The_exact_time_is_in_the_viewers_zone() =>
        Assert.Equal("Sat 31 Jan 2026, 13:00:00 (Europe/Berlin)", Words.Exact(Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
}
