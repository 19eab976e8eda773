using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Hands that know only the keyboard: every stop on the way must show its ring and must not be hidden.</summary>
internal sealed class Keys(IPage page)
{
    private const int Patience = 120;

    private const string Look = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return ['', ''];
          const text = value => (value ?? '').replace(/\s+/g, ' ').trim();
          const name = text(at.getAttribute('aria-label')) || text(at.labels?.[0]?.innerText) || text(at.innerText) || text(at.textContent) || text(at.title) || at.tagName;
          const ringed = [at, at.closest('.field')].some(one => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0);
          const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
          const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
          const seen = points.some(hit => hit && (at.contains(hit) || hit.contains(at) && hit !== document.body && hit !== document.documentElement));
          return [name, [ringed ? '' : 'no ring', seen ? '' : 'hidden'].filter(fault => fault).join(' and ')];
        }
        """;

    /// <summary>Stops that could not be seen, as sentences.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>A page whose heading has taken the focus, as it does on arrival: keys before that may go astray.</summary>
    public static async Task<WatchedPage> OpenAsync(PreviewBrowser browser, PreviewHost host, string path, int width = 1400)
    {
        var tab = await browser.OpenAsync(host, path, width, 844);
        await Assertions.Expect(tab.Page.Locator("main h1").First).ToBeFocusedAsync();
        return tab;
    }

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public async Task PressAsync(string key, int times)
    {
        for (var time = 0; time < times; time++)
            await PressAsync(key);
    }

    /// <summary>Tabs on until the focus is on something whose name begins so.</summary>
    public async Task ReachAsync(string name, string key = "Tab")
    {
        List<string> visited = [];
        for (var press = 0; press < Patience; press++)
        {
            await PressAsync(key);
            var here = await HereAsync();
            if (here.StartsWith(name, StringComparison.Ordinal))
                return;
            visited.Add(here);
        }

        Assert.Fail($"{name} was not reached. Passed: {string.Join(" | ", visited.Distinct())}");
    }

    public async Task PressOnAsync(string name, string key = "Enter")
    {
        await ReachAsync(name);
        await PressAsync(key);
    }

    public async Task TypeAsync(string name, string text)
    {
        await ReachAsync(name);
        await PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The name of what has the focus, empty when nothing has it.</summary>
    public async Task<string> HereAsync()
    {
        var (name, fault) = await page.EvaluateAsync<string[]>(Look) is [var first, var second] ? (first, second) : ("", "");
        if (fault.Length > 0 && !Faults.Contains($"{name}: {fault}"))
            Faults.Add($"{name}: {fault}");
        return name;
    }

    /// <summary>Waits until the focus is on something whose name begins so.</summary>
    public async Task RestsOnAsync(string name)
    {
        try
        {
            await page.WaitForFunctionAsync($"name => ({Look})()[0].startsWith(name)", name, new() { Timeout = 20_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The focus should be on {name} and is on '{await HereAsync()}'.");
        }
    }

    /// <summary>Waits until the focus is inside, or outside, of a dialog.</summary>
    public Task InDialogAsync(bool inside = true) => page.WaitForFunctionAsync(
        "inside => inside === (document.activeElement?.closest('.rz-dialog') != null) && document.activeElement !== document.body", inside, new() { Timeout = 20_000 });
}
