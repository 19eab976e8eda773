using System.Text.Json;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Endpoints;

public sealed class DecisionAnswerTests
{
    [Fact]
    public async Task Whoever_comes_second_is_told_who_was_first()
    {
        var (status, answer) = await SendAsync(new Decision(DecisionKind.TooLate, Request(RequestStatus.Declined) with { DecidedBy = "ben" }, "Ben skipped it."));

        Assert.Equal(409, status);
        Assert.False(answer.GetProperty("success").GetBoolean());
        Assert.Equal("declined", answer.GetProperty("status").GetString());
        Assert.Equal("Ben skipped it.", answer.GetProperty("error").GetString());
        Assert.Equal("ben", answer.GetProperty("decided_by").GetString());
    }

    [Fact]
    public async Task Too_little_space_is_told_with_the_numbers()
    {
        var (status, answer) = await SendAsync(new Decision(DecisionKind.NoSpace, Request(RequestStatus.Pending), "Too little space.", new SpaceReport(70, 100, 0.5, "Radarr")));

        Assert.Equal(507, status);
        Assert.Equal(70, answer.GetProperty("needed_bytes").GetInt64());
        Assert.Equal(100, answer.GetProperty("free_bytes").GetInt64());
        Assert.Equal(30, answer.GetProperty("free_after_bytes").GetInt64());
        Assert.Equal("Radarr", answer.GetProperty("measured_by").GetString());
    }

    [Fact]
    public async Task A_yes_that_is_kept_says_approved()
    {
        var (status, answer) = await SendAsync(new Decision(DecisionKind.Kept, Request(RequestStatus.Approved), "qBittorrent does not answer."));

        Assert.Equal(502, status);
        Assert.Equal("approved", answer.GetProperty("status").GetString());
        Assert.False(answer.GetProperty("success").GetBoolean());
    }

    [Theory]
    [InlineData(RequestStatus.Downloading, "downloading")]
    [InlineData(RequestStatus.Declined, "declined")]
    public async Task A_decision_that_is_done_says_so(RequestStatus state, string word)
    {
        var (status, answer) = await SendAsync(new Decision(DecisionKind.Done, Request(state), "Done."));

        Assert.Equal(200, status);
        Assert.True(answer.GetProperty("success").GetBoolean());
        Assert.Equal(word, answer.GetProperty("status").GetString());
    }

    private static async Task<(int Status, JsonElement Answer)> SendAsync(Decision decision)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = body;

        await DecisionAnswer.Of(decision).ExecuteAsync(context);

        return (context.Response.StatusCode, JsonDocument.Parse(body.ToArray()).RootElement);
    }

    private static DownloadRequest Request(RequestStatus status) => new()
    {
        RequestId = "r1",
        CardId = "r1",
        Status = status,
        MovieTitle = "Dune",
        TorrentTitle = "Dune.2021.2160p",
        Feed = "push",
        QualityType = "fel",
        Offered = new PictureAndSound(),
        TargetFolder = "/movies/Dune (2021)",
        CreatedAt = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
    };
}
