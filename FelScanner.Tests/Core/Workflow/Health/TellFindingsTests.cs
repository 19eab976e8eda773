using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Tests.Core.Workflow.Health;

public sealed class TellFindingsTests
{
    [Fact]
    public async Task An_episode_is_told_once_with_its_remedy()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise();

        await bench.AfterAsync(0);
        await bench.AfterAsync(4);
        await bench.AfterAsync(60);

        var told = Assert.Single(await bench.ToldAsync());
        Assert.Contains("Plex is down.", told, StringComparison.Ordinal);
        Assert.Contains("Start it.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_passes_within_the_grace_is_not_told()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise();

        await bench.AfterAsync(1);
        bench.Findings.Clear("plex.down");
        await bench.AfterAsync(1);
        await bench.AfterAsync(30);

        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task The_end_of_a_told_episode_is_told_with_its_length()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise();
        await bench.AfterAsync(10);

        bench.Findings.Clear("plex.down");
        await bench.AfterAsync(4);
        await bench.AfterAsync(6);

        Assert.Contains("Restored: Plex is down. It lasted 14 min.", (await bench.ToldAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flapping_is_one_episode()
    {
        await using var bench = await HealthBench.CreateAsync();
        for (var flap = 0; flap < 10; flap++)
        {
            bench.Raise();
            await bench.AfterAsync(2);
            bench.Findings.Clear("plex.down");
            await bench.AfterAsync(2);
        }

        await bench.AfterAsync(10);

        var told = await bench.ToldAsync();
        Assert.Equal(2, told.Count);
        Assert.Contains("Restored", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_neither_repeats_nor_forgets_an_episode()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise();
        await bench.AfterAsync(10);
        var since = bench.Findings.Now.Single().Since;

        bench.Restart();
        await bench.AfterAsync(10);

        Assert.Single(await bench.ToldAsync());
        Assert.Equal(since, bench.Findings.Now.Single().Since);
    }

    [Fact]
    public async Task Mended_after_a_restart_it_is_told_as_restored()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise();
        await bench.AfterAsync(10);
        bench.Restart();
        await bench.AfterAsync(1);

        bench.Findings.Clear("plex.down");
        await bench.AfterAsync(1);
        await bench.AfterAsync(10);

        Assert.Contains("Restored", (await bench.ToldAsync())[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("download.ab12", FindingSeverity.Error)]
    [InlineData("telegram.down", FindingSeverity.Error)]
    [InlineData("access.proxy", FindingSeverity.Info)]
    public async Task What_is_told_elsewhere_or_only_a_remark_is_not_told(string id, FindingSeverity severity)
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise(id, severity);

        await bench.AfterAsync(10);

        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task Several_at_once_are_one_message()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Raise();
        bench.Raise("radarr.down");

        await bench.AfterAsync(10);

        Assert.Single(await bench.ToldAsync());
    }

    [Fact]
    public async Task Without_a_chat_nothing_is_told_and_later_it_still_is()
    {
        await using var bench = await HealthBench.CreateAsync();
        var telegram = bench.Settings.Current;
        bench.Settings.Become(new FelSettings());
        bench.Raise();
        await bench.AfterAsync(10);
        var before = await bench.ToldAsync();

        bench.Settings.Become(telegram);
        await bench.AfterAsync(1);

        Assert.Empty(before);
        Assert.Single(await bench.ToldAsync());
    }

    [Fact]
    public async Task Markup_in_a_finding_is_text_in_the_chat()
    {
        await using var bench = await HealthBench.CreateAsync();
        bench.Findings.Raise("feed:x.down", FindingSeverity.Error, "<b>Fast</b> & Furious", "<script>", null);

        await bench.AfterAsync(10);

        var told = Assert.Single(await bench.ToldAsync());
        Assert.Contains("&lt;b&gt;Fast&lt;/b&gt; &amp; Furious", told, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", told, StringComparison.Ordinal);
    }
}
