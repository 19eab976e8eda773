using FelScanner.Web.Endpoints;
using Microsoft.AspNetCore.Http;

namespace FelScanner.Tests.Web.Endpoints;

public sealed class WebhookHintTests
{
    [Theory]
    [InlineData("""{"event":"library.new","Metadata":{"ratingKey":"1001","type":"movie"}}""", "library.new", "1001", "movie")]
    [InlineData("""{"event":"library.new","Metadata":{"ratingKey":1001,"type":"movie"}}""", "library.new", "1001", "movie")]
    [InlineData("""{"event":"library.on.deck"}""", "library.on.deck", null, null)]
    [InlineData("""{"event":7,"Metadata":[]}""", "7", null, null)]
    [InlineData("""{"Metadata":{"ratingKey":null}}""", null, null, null)]
    [InlineData("[]", null, null, null)]
    public void A_hint_is_read_however_its_values_are_written(string body, string? word, string? key, string? kind) =>
        Assert.Equal(new WebhookHint(word, key, kind), WebhookHint.Read(body, "event", "Metadata"));

    [Fact]
    public void What_is_not_json_is_refused() => Assert.Throws<BadHttpRequestException>(() => WebhookHint.Read("<html>", "event", "Metadata"));
}
