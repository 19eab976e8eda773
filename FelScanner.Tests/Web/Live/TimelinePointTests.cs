using FelScanner.Core.Ports;
using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Live;

public sealed class TimelinePointTests
{
    [Theory]
    [InlineData("approved", "ok")]
    [InlineData("started", "ok")]
    [InlineData("completed", "ok")]
    [InlineData("proven", "gold")]
    [InlineData("not_proven", "warn")]
    [InlineData("unmasked", "warn")]
    [InlineData("waiting", "warn")]
    [InlineData("trouble", "warn")]
    [InlineData("failed", "bad")]
    [InlineData("offered", "")]
    public void Every_kind_of_step_has_the_colour_of_what_it_means(string kind, string tone)
    {
        var entry = new ActivityEntry(kind, "Kim", "telegram", "It happened.");

        var point = TimelinePoint.Of(entry);

        Assert.Equal((tone, "Kim, in Telegram"), (point.Tone, point.Detail));
    }
}
