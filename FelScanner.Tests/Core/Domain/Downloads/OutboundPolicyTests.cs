using FelScanner.Core.Domain.Downloads;

namespace FelScanner.Tests.Core.Domain.Downloads;

public sealed class OutboundPolicyTests
{
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://169.254.1.2:8080")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[2002:a9fe:a9fe::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://0.0.0.0:8080/")]
    [InlineData("http://0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:0.0.0.0]/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    public void These_are_refused(string address) => Assert.NotNull(OutboundPolicy.Refusal(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://192.168.1.5:32400/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.17.0.1/")]
    [InlineData("http://[fd12:3456::1]/")]
    [InlineData("https://iptorrents.com/")]
    [InlineData("http://tower.local:7878/")]
    public void Homes_and_the_internet_are_allowed(string address) => Assert.Null(OutboundPolicy.Refusal(new Uri(address)));
}
