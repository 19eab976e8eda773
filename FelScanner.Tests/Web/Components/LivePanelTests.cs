using Bunit;
using FelScanner.Core.Ports;
using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Components;

public sealed class LivePanelTests : BunitContext
{
    private readonly PreviewBus _bus = new();

    public LivePanelTests()
    {
        Services.AddSingleton<IEventBus>(_bus).AddSingleton(TimeProvider.System).AddSingleton<PanelMemory>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void It_listens_before_it_loads_for_the_first_time()
    {
        var panel = Render<CountingPanel>();

        panel.WaitForAssertion(() => Assert.Equal("1", panel.Markup));
        Assert.Equal(1, panel.Instance.ListenersAtFirstLoad);
    }

    [Fact]
    public void A_burst_is_one_refresh()
    {
        var panel = Render<CountingPanel>();
        panel.WaitForAssertion(() => Assert.Equal("1", panel.Markup));

        for (var number = 0; number < 500; number++)
            _bus.Publish(new DomainEvent.LibraryChanged());
        panel.WaitForState(() => panel.Instance.Loads > 1);

        Assert.InRange(panel.Instance.Loads, 2, 3);
    }

    [Fact]
    public void What_does_not_concern_it_loads_nothing()
    {
        var panel = Render<CountingPanel>();
        panel.WaitForAssertion(() => Assert.Equal("1", panel.Markup));

        _bus.Publish(new DomainEvent.ActivityAdded());
        _bus.Publish(new DomainEvent.LibraryChanged());
        panel.WaitForState(() => panel.Instance.Loads > 1);

        Assert.Equal(2, panel.Instance.Loads);
    }

    [Fact]
    public async Task It_leaves_the_bus_when_it_is_gone()
    {
        var panel = Render<CountingPanel>();
        panel.WaitForAssertion(() => Assert.Equal("1", panel.Markup));

        await DisposeComponentsAsync();

        Assert.Equal(0, _bus.Listeners);
    }

    internal sealed class CountingPanel : LivePanel<string>
    {
        public int Loads { get; private set; }

        public int ListenersAtFirstLoad { get; private set; }

        protected override bool Concerns(DomainEvent happened) => happened is DomainEvent.LibraryChanged;

        protected override Task<string> LoadAsync(CancellationToken cancellationToken)
        {
            if (++Loads == 1)
                ListenersAtFirstLoad = ((PreviewBus)Bus).Listeners;
            return Task.FromResult(Loads.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, View);
    }
}
