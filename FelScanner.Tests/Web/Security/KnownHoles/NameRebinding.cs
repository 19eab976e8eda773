using System.Net;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Downloads;

namespace FelScanner.Tests.Web.Security.KnownHoles;

/// <summary>A name that led home yesterday leads to a metadata service today: judged at every connect, not when it was entered.</summary>
public sealed class NameRebinding
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("0.0.0.0")]
    public async Task A_name_that_resolves_to_a_refused_address_is_not_connected_to(string address)
    {
        using var client = new HttpClient(OutboundHandlers.Create(verifyTls: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)])));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://tracker.example:9/", TestContext.Current.CancellationToken));

        Assert.IsType<OutboundRefusedException>(failure.InnerException);
    }

    [Fact]
    public async Task Each_connection_asks_anew()
    {
        var asked = 0;
        using var client = new HttpClient(OutboundHandlers.Create(verifyTls: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(++asked == 1 ? "127.0.0.1" : "169.254.169.254")])));

        var first = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://tracker.example:9/", TestContext.Current.CancellationToken));
        var second = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://tracker.example:9/", TestContext.Current.CancellationToken));

        Assert.IsNotType<OutboundRefusedException>(first.InnerException);
        Assert.IsType<OutboundRefusedException>(second.InnerException);
    }
}
