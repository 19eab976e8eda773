using System.Net;

namespace FelScanner.Tests.Web.Security;

public sealed class SetupTests
{
    [Fact]
    public async Task Of_fifty_at_once_one_makes_the_account()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            using var answer = await client.PostAsync("/setup", ServerUnderTest.Form($"user{number}", "a long password"));
            return answer.StatusCode;
        }));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.SeeOther));
        Assert.Equal(49, answers.Count(status => status == HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Without_an_account_every_page_leads_to_set_up()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);

        using var page = await client.GetAsync("/library", TestContext.Current.CancellationToken);
        using var login = await client.GetAsync("/login", TestContext.Current.CancellationToken);

        Assert.Equal("/setup", page.Headers.Location?.ToString());
        Assert.Equal("/setup", login.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Set_up_is_shut_for_good_once_there_is_an_account()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);

        using var page = await client.GetAsync("/setup", TestContext.Current.CancellationToken);
        using var form = await client.PostAsync("/setup", ServerUnderTest.Form("second", "another password"), TestContext.Current.CancellationToken);
        using var signIn = await client.PostAsync("/login", ServerUnderTest.Form("second", "another password"), TestContext.Current.CancellationToken);

        Assert.Equal("/login", page.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, signIn.StatusCode);
    }

    [Theory]
    [InlineData("", "a long password")]
    [InlineData("anna", "")]
    [InlineData("anna", "short")]
    public async Task A_poor_name_or_password_makes_no_account(string name, string password)
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);

        using var answer = await client.PostAsync("/setup", ServerUnderTest.Form(name, password), TestContext.Current.CancellationToken);
        using var page = await client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/setup", page.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Another_sites_form_makes_no_account()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("Origin", "http://evil.example");

        using var answer = await client.PostAsync("/setup", ServerUnderTest.Form("anna", "a long password"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
