using FelScanner.Web.Demo.Telegram;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FelScanner.Web.Demo;

/// <summary>Shows a Telegram text: its marks become elements, its words are never read as markup.</summary>
public sealed class RichTextView : ComponentBase
{
    [Parameter, EditorRequired]
    public RichText Text { get; set; } = RichText.Of("");

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Write(builder, 0, Text.Plain.Length, Text.Marks);

    /// <summary>Marks are sorted and properly nested: each stretch is written once, its inner marks inside it.</summary>
    private void Write(RenderTreeBuilder builder, int from, int to, IReadOnlyList<RichMark> marks)
    {
        var at = from;
        for (var index = 0; index < marks.Count; index++)
        {
            var mark = marks[index];
            if (mark.Offset < at)
                continue;
            builder.AddContent(0, Text.Plain[at..mark.Offset]);
            var end = mark.Offset + mark.Length;
            Open(builder, mark);
            Write(builder, mark.Offset, end, [.. marks.Skip(index + 1).Where(m => m.Offset + m.Length <= end)]);
            builder.CloseElement();
            at = end;
        }
        builder.AddContent(1, Text.Plain[at..to]);
    }

    private static void Open(RenderTreeBuilder builder, RichMark mark)
    {
        var isLink = mark.Kind == "text_link" && Uri.TryCreate(mark.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        builder.OpenElement(2, mark.Kind switch
        {
            "bold" => "b",
            "italic" => "i",
            "underline" => "u",
            "strikethrough" => "s",
            "code" => "code",
            "pre" => "pre",
            "blockquote" => "blockquote",
            _ => isLink ? "a" : "span",
        });
        if (!isLink)
            return;
        builder.AddAttribute(3, "href", mark.Url);
        builder.AddAttribute(4, "rel", "noopener");
    }
}
