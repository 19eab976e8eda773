using System.Net;
using FelScanner.Web.Security;

namespace FelScanner.Tests.Web.Security;

public sealed class ThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");

    [Fact]
    public async Task Wrong_passwords_are_slowed_down_before_the_twentieth_and_keys_are_not()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);
        using var program = server.Program(server.ApiKey);

        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var answer = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, $"guess {attempt}"), TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        using var right = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);
        using var key = await program.GetAsync("/api/status", TestContext.Current.CancellationToken);

        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.NotNull(right.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, key.StatusCode);
    }

    [Fact]
    public async Task A_forged_forwarded_address_is_no_fresh_start()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);

        HttpStatusCode last = default;
        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = ServerUnderTest.Form($"name{attempt}", "guess") };
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{attempt}");
            request.Headers.Add("X-Real-IP", $"192.0.2.{attempt}");
            request.Headers.Add("Forwarded", $"for=192.0.2.{attempt}");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public void The_wait_doubles_and_ends()
    {
        var time = new SettableTime();
        var throttle = new Throttle(time);
        for (var attempt = 0; attempt < 5; attempt++)
            throttle.Take(Here, "anna");

        var first = throttle.Take(Here, "anna");
        time.Now += TimeSpan.FromSeconds(31);
        var again = throttle.Take(Here, "anna");
        var second = throttle.Take(Here, "anna");

        Assert.Equal(TimeSpan.FromSeconds(30), first);
        Assert.Null(again);
        Assert.Equal(TimeSpan.FromSeconds(60), second);
    }

    [Fact]
    public void Parallel_guesses_do_not_slip_through_together()
    {
        var throttle = new Throttle(TimeProvider.System);
        var allowed = 0;

        Parallel.For(0, 200, _ =>
        {
            if (throttle.Take(Here, "anna") is null)
                Interlocked.Increment(ref allowed);
        });

        Assert.Equal(5, allowed);
    }

    [Fact]
    public void A_name_is_guarded_against_many_addresses()
    {
        var throttle = new Throttle(new SettableTime());

        var allowed = Enumerable.Range(1, 30).Count(number => throttle.Take(new IPAddress([192, 0, 2, (byte)number]), "anna") is null);

        Assert.Equal(10, allowed);
    }

    [Fact]
    public void The_addresses_of_one_network_of_ip6_count_as_one()
    {
        var throttle = new Throttle(new SettableTime());

        var allowed = Enumerable.Range(1, 20).Count(number => throttle.Take(IPAddress.Parse($"2001:db8:1:2::{number:x}"), $"name{number}") is null);

        Assert.Equal(5, allowed);
    }

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
