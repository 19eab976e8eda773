using System.Text;
using FelScanner.Web.Endpoints.Export;
using Microsoft.AspNetCore.Http;

namespace FelScanner.Tests.Web.Endpoints.Export;

public sealed class ExportTableTests
{
    private static readonly IReadOnlyList<ExportColumn<object?[]>> Columns = [new("text", row => row[0]), new("number", row => row[1])];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("Amélie 🎬", "Amélie 🎬")]
    public async Task A_text_is_quoted_and_never_a_formula(string text, string cell) =>
        Assert.Equal($"text,number\r\n{cell},-5\r\n", await WriteAsync("csv", false, [text, -5]));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task The_byte_order_mark_comes_only_when_it_is_asked_for(bool asked, bool there) =>
        Assert.Equal(there, (await WriteAsync("csv", asked, ["x", 1])).StartsWith('\uFEFF'));

    [Fact]
    public async Task Json_keeps_numbers_flags_and_nothing()
    {
        Assert.Equal("""[{"text":"=1","number":5},{"text":null,"number":true},{"text":"2026-01-31T12:00:00.000Z","number":0.5}]""",
            await WriteAsync("json", false, ["=1", 5L], [null, true], [new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), 0.5]));
    }

    [Fact]
    public void There_is_no_third_format() => Assert.Null(ExportForm.Of("xml", null));

    private static async Task<string> WriteAsync(string format, bool bom, params object?[][] rows)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new ExportTable<object?[]>("test", Columns, rows.ToAsyncEnumerable(), ExportForm.Of(format, bom)!).ExecuteAsync(context);
        Assert.Equal($"attachment; filename=felscanner-test.{format}", context.Response.Headers.ContentDisposition.ToString());
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
