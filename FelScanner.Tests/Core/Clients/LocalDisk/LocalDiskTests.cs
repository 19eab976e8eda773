using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.LocalDisk;

public sealed class LocalDiskTests
{
    [Fact]
    public void Free_space_is_measured_at_the_nearest_folder_that_exists()
    {
        using var clients = RealClients.Over(new StubHttp(), new());

        Assert.NotNull(clients.Disk.FreeBytes(Path.Combine(AppContext.BaseDirectory, "not", "yet", "there")));
    }

    [Theory]
    [InlineData("/no-such-mount/Movies/Dune (2021)")]
    [InlineData("relative/path")]
    [InlineData("")]
    public void A_place_that_cannot_be_seen_has_no_free_space(string path)
    {
        using var clients = RealClients.Over(new StubHttp(), new());

        Assert.Null(clients.Disk.FreeBytes(path));
    }

    [Fact]
    public async Task A_file_that_is_not_there_was_not_opened()
    {
        using var clients = RealClients.Over(new StubHttp(), new());

        var result = await clients.Disk.ProbeAsync("/no-such-mount/a.mkv", null, TestContext.Current.CancellationToken);

        Assert.False(result.Opened);
        Assert.Null(clients.Disk.Look("/no-such-mount/a.mkv"));
        Assert.Empty(clients.Disk.Names("/no-such-mount"));
    }
}
