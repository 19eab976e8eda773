using FelScanner.Core.Ports;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Security;

/// <summary>What a page sends has an effect only while its session stands at that moment.</summary>
public sealed class EveryActionTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task An_ended_session_does_nothing_any_more(bool ended, bool happened)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var browser = await server.SignedInAsync();
        var accounts = server.Services.GetRequiredService<IAccounts>();
        var session = (await accounts.SessionsAsync(TestContext.Current.CancellationToken))[0];
        if (ended)
            await accounts.RevokeSessionAsync(session.IdHash, TestContext.Current.CancellationToken);

        Assert.Equal(happened, await ActAsync(server, new Person(ServerUnderTest.Owner, PersonKind.Owner, MayWrite: true, session.IdHash)));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"proxy_user_header":"Remote-User","trusted_proxies":["127.0.0.1"]}""", true)]
    public async Task A_proxys_person_acts_only_while_the_proxy_is_believed(string settings, bool happened)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(settings);

        Assert.Equal(happened, await ActAsync(server, new Person("berta", PersonKind.Owner, MayWrite: true, SessionId: null)));
    }

    [Fact]
    public async Task A_key_has_no_page_to_act_on()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();

        Assert.False(await ActAsync(server, new Person("API key", PersonKind.Key, MayWrite: true, SessionId: null)));
    }

    private static async Task<bool> ActAsync(ServerUnderTest server, Person person)
    {
        var services = server.Services;
        var current = new CurrentPerson(new Given(person), services.GetRequiredService<Sessions>(), services.GetRequiredService<ProxySignIn>());
        var happened = false;
        var act = new EveryAction(current, services.GetRequiredService<LiveConnections>()).CreateInboundActivityHandler(_ =>
        {
            happened = true;
            return Task.CompletedTask;
        });

        await act(null!);
        return happened;
    }

    private sealed class Given(Person person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person.ToPrincipal()));
    }
}
