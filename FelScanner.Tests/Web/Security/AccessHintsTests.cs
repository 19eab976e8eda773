using System.Net;
using FelScanner.Core.Ports;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Security;

public sealed class AccessHintsTests
{
    [Fact]
    public async Task A_server_without_an_account_says_so()
    {
        await using var server = await ServerUnderTest.StartAsync();

        await LookAsync(server);

        Assert.Contains("account.missing", Ids(server));
    }

    [Fact]
    public async Task A_server_with_an_account_does_not()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();

        await LookAsync(server);

        Assert.DoesNotContain("account.missing", Ids(server));
    }

    [Theory]
    [InlineData("{}", FindingSeverity.Info)]
    [InlineData("""{"public_url":"https://fel.example.org"}""", FindingSeverity.Warning)]
    public async Task A_proxy_that_nobody_trusts_is_named(string settings, FindingSeverity severity)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(settings);
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        await LookAsync(server);

        var finding = server.Services.GetRequiredService<IFindings>().Now.Single(f => f.Id == "access.proxy");
        Assert.Equal(severity, finding.Severity);
        Assert.Contains("127.0.0.1", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.9", "http", true)]
    [InlineData("203.0.113.9", "https", false)]
    [InlineData("192.168.1.7", "http", false)]
    [InlineData("100.100.1.1", "http", false)]
    [InlineData("::ffff:10.1.1.1", "http", false)]
    [InlineData("2001:db8::1", "http", true)]
    [InlineData("fd00::1", "http", false)]
    public void A_password_in_the_open_is_noticed(string from, string scheme, bool noticed)
    {
        var hints = new AccessHints(TimeProvider.System);
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);

        hints.SignedIn(context);

        Assert.Equal(noticed, hints.PlainSignIn is not null);
    }

    private static Task LookAsync(ServerUnderTest server) => server.Services.GetServices<IHealthWatch>().OfType<WatchAccess>().Single().LookAsync(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Ids(ServerUnderTest server) => server.Services.GetRequiredService<IFindings>().Now.Select(finding => finding.Id);
}
