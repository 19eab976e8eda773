using Bunit;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Telegram;

namespace FelScanner.Tests.Web.Demo;

public sealed class RichTextViewTests
{
    [Fact]
    public void Words_stay_words_and_marks_become_elements()
    {
        using var page = new BunitContext();
        var text = new RichText("Dune <script> now", [new RichMark("bold", 0, 13), new RichMark("italic", 5, 8)]);

        var view = page.Render<RichTextView>(p => p.Add(v => v.Text, text));

        Assert.Equal("<b>Dune <i>&lt;script&gt;</i></b> now", view.Markup);
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_only_its_words()
    {
        using var page = new BunitContext();

        var view = page.Render<RichTextView>(p => p.Add(v => v.Text, new RichText("press", [new RichMark("text_link", 0, 5, "javascript:alert(1)")])));

        Assert.Equal("<span>press</span>", view.Markup);
    }
}
