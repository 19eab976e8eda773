using FelScanner.Core.Domain.Downloads;

namespace FelScanner.Tests.Core.Domain.Downloads;

public sealed class MagnetLinkTests
{
    [Theory]
    [InlineData("magnet:?xt=urn:btih:6A189E0123456789ABCDEF0123456789ABCDEF01&dn=x", "6a189e0123456789abcdef0123456789abcdef01")]
    [InlineData("magnet:?dn=x&xt=urn%3Abtih%3A6a189e0123456789abcdef0123456789abcdef01", "6a189e0123456789abcdef0123456789abcdef01")]
    [InlineData("magnet:?xt=urn:btih:AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT", "000102030405060708090a0b0c0d0e0f10111213")]
    [InlineData("magnet:?xt=urn:btmh:12200123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef01234567")]
    [InlineData("magnet:?xt=urn:btmh:12200123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef&xt=urn:btih:6a189e0123456789abcdef0123456789abcdef01", "6a189e0123456789abcdef0123456789abcdef01")]
    [InlineData("magnet:?xt=urn:btih:6a189e", null)]
    [InlineData("magnet:?xt=urn:sha1:6a189e0123456789abcdef0123456789abcdef01", null)]
    [InlineData("https://example.org/?xt=urn:btih:6a189e0123456789abcdef0123456789abcdef01", null)]
    [InlineData(null, null)]
    public void The_hash_is_in_the_link(string? link, string? hash) => Assert.Equal(hash, MagnetLink.Hash(link));
}
