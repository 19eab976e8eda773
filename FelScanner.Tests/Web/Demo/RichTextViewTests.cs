using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Telegram;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FelScanner.Tests.Web.Demo;

public sealed class RichTextViewTests
{
    [Fact]
    public async Task Words_stay_words_and_marks_become_elements()
    {
        var text = new RichText("Dune <script> now", [new RichMark("bold", 0, 13), new RichMark("italic", 5, 8)]);

        var html = await RenderAsync(text);

        Assert.Equal("<b>Dune <i>&lt;script&gt;</i></b> now", html);
    }

    [Fact]
    public async Task A_link_that_is_no_web_address_is_only_its_words()
    {
        var html = await RenderAsync(new RichText("press", [new RichMark("text_link", 0, 5, "javascript:alert(1)")]));

        Assert.Equal("<span>press</span>", html);
    }

    private static async Task<string> RenderAsync(RichText text)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = await renderer.RenderComponentAsync<RichTextView>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Text"] = text }));
            return view.ToHtmlString();
        });
    }
}
