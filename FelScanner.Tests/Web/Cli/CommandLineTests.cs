using FelScanner.Web.Cli;

namespace FelScanner.Tests.Web.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("no-such-verb")]
    [InlineData("probe")]
    [InlineData("backup")]
    [InlineData("--demo --urls http://0.0.0.0:5080")]
    [InlineData("--demo --urls http://127.0.0.1:5080;http://192.0.2.1:5080")]
    [InlineData("--demo --urls http://*:5080")]
    [InlineData("--urls nonsense")]
    [InlineData("health nonsense")]
    public async Task Bad_arguments_end_with_2_and_a_sentence(string arguments)
    {
        var (code, error) = await RunAsync(arguments.Split(' '));

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Help_ends_with_0()
    {
        var (code, _) = await RunAsync(["--help"]);

        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_one_line_with_the_remedy()
    {
        var file = Path.GetTempFileName();

        var (code, error) = await RunAsync(["--data", Path.Combine(file, "inside"), "--urls", "http://127.0.0.1:0"]);

        Assert.Equal(1, code);
        Assert.Contains("--data", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_taken_port_is_one_line_with_the_remedy()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var folder = Directory.CreateTempSubdirectory("felscanner-web-");

        var (code, error) = await RunAsync(["--data", folder.FullName, "--urls", server.Address.ToString()]);

        Assert.Equal(1, code);
        Assert.Contains("--urls", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_server_does_not_take_a_folder_in_use()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var (code, error) = await RunAsync(["--data", server.DataFolder, "--urls", "http://127.0.0.1:0"]);

        Assert.Equal(1, code);
        Assert.Contains(server.DataFolder, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_a_ready_server_from_none()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var (ready, _) = await RunAsync(["health", server.Address.ToString()]);
        var (silent, _) = await RunAsync(["health", "http://127.0.0.1:9"]);

        Assert.Equal(0, ready);
        Assert.Equal(1, silent);
    }

    [Theory]
    [InlineData("/given", "/environment", "/given")]
    [InlineData(null, "/environment", "/environment")]
    public void The_data_folder_is_the_given_one_else_the_environments(string? given, string environment, string folder)
    {
        Assert.Equal(folder, ServerOptions.DataFolderOf(given, _ => environment));
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await FelScanner.Web.Cli.CommandLine.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (code, error.ToString());
    }
}
