using Bunit;
using FelScanner.Core.Ports;
using FelScanner.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace FelScanner.Tests.Web.Components;

public sealed class GuardedTests : BunitContext
{
    [Fact]
    public void A_fault_shows_what_happened_and_what_to_do()
    {
        var guarded = Render<Guarded>(parameters => parameters.AddChildContent<Failing>());

        var shown = guarded.Find("[role=alert]").TextContent;
        Assert.Contains("Plex does not answer.", shown, StringComparison.Ordinal);
        Assert.Contains("Is it running?", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Trying_again_brings_the_part_back()
    {
        var guarded = Render<Guarded>(parameters => parameters.AddChildContent<Failing>(failing => failing.Add(part => part.Times, 1)));

        guarded.Find("button").Click();

        Assert.Equal("fine", guarded.Markup.Trim());
    }

    public GuardedTests() => Failing.Failed = 0;

    internal sealed class Failing : ComponentBase
    {
        internal static int Failed { get; set; }

        [Parameter]
        public int Times { get; set; } = 100;

        protected override void OnParametersSet()
        {
            if (Failed++ < Times)
                throw new ServiceFault("plex", FaultKind.Unreachable, "Plex does not answer.", "Is it running?");
        }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, "fine");
    }
}
