using System.Net;
using FelScanner.Core.Ports;
using FelScanner.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Security;

public sealed class CommonPasswordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("password")]
    [InlineData("12345678")]
    [InlineData("Qwertyuiop")]
    [InlineData("greyhoun")]
    [InlineData("FelScanner")]
    [InlineData("felscanner2026!")]
    [InlineData("annabelle")]
    [InlineData("2021-Annabelle!")]
    public void What_is_guessed_first_is_refused_with_a_remedy(string password)
    {
        var fault = Owner.FaultOfNext("annabelle", password);

        Assert.Equal(CommonPasswords.Fault, fault);
        Assert.Contains("Choose another", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna", "correct horse battery")]
    [InlineData("anna", "annabella and the sea")]
    [InlineData("owner", "a long benchmark password")]
    [InlineData("7", "90125 77 31")]
    public void Anything_else_is_taken(string name, string password) => Assert.Null(Owner.FaultOfNext(name, password));

    [Fact]
    public void The_list_has_three_thousand_that_are_long_enough()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("FelScanner.Web.Security.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3000, words.Distinct().Count());
        Assert.All(words, word => Assert.True(word.Length >= Passwords.Shortest, word));
        Assert.All(words, word => Assert.Equal(word.Trim(), word));
    }

    [Fact]
    public async Task A_first_one_is_taken_and_warned_of_until_it_is_changed()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);
        using var made = await client.PostAsync("/setup", ServerUnderTest.Form("anna", "sunshine"), Token);
        var warned = await IsWarnedOfAsync(server);
        using var scope = server.Services.CreateScope();

        await scope.ServiceProvider.GetRequiredService<Owner>().ChangePasswordAsync("anna", "rain on a tin roof", Token);

        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.True(warned);
        Assert.False(await IsWarnedOfAsync(server));
    }

    [Fact]
    public async Task A_change_to_one_is_refused_and_the_old_one_stays()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var browser = await server.SignedInWithTokenAsync();

        using var answer = await browser.PostAsync("/api/access/password", ServerUnderTest.Json($$"""{"password":"{{ServerUnderTest.Password}}","new_password":"iloveyou"}"""), Token);
        using var again = await server.SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("tried first", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<bool> IsWarnedOfAsync(ServerUnderTest server)
    {
        foreach (var watch in server.Services.GetServices<IHealthWatch>().OfType<WatchAccess>())
            await watch.LookAsync(Token);
        return server.Services.GetRequiredService<IFindings>().Now.Any(finding => finding.Id == "account.password");
    }
}
