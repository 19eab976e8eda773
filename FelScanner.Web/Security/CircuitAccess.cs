using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FelScanner.Web.Security;

/// <summary>Tells a circuit who looks, and twice a minute whether that person's session still stands.</summary>
internal sealed class CircuitAccess(ILoggerFactory loggerFactory, Sessions sessions, ProxySignIn proxy) : RevalidatingServerAuthenticationStateProvider(loggerFactory)
{
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Person.Of(authenticationState.User) switch
        {
            { Kind: PersonKind.Demo } => true,
            { SessionId: { } session } => await sessions.FindAsync(session, cancellationToken).ConfigureAwait(false) is not null,
            { Kind: PersonKind.Owner } => proxy.IsOn,
            _ => false,
        };
}

/// <summary>The person at the page, for whatever a component does in their name. Asks the session each time, so that an ended one decides nothing.</summary>
public sealed class CurrentPerson
{
    private readonly AuthenticationStateProvider _state;
    private readonly Sessions _sessions;
    private readonly ProxySignIn _proxy;

    internal CurrentPerson(AuthenticationStateProvider state, Sessions sessions, ProxySignIn proxy) => (_state, _sessions, _proxy) = (state, sessions, proxy);

    /// <summary>The session this page was opened with, ended or not; null where there is none.</summary>
    internal async Task<string?> SessionAsync() => Person.Of((await _state.GetAuthenticationStateAsync().ConfigureAwait(false)).User)?.SessionId;

    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or the session was ended.</exception>
    public async Task<Person> NowAsync(CancellationToken cancellationToken = default)
    {
        var person = Person.Of((await _state.GetAuthenticationStateAsync().ConfigureAwait(false)).User);
        var stands = person switch
        {
            { Kind: PersonKind.Demo } => true,
            { SessionId: { } session } => await _sessions.FindAsync(session, cancellationToken).ConfigureAwait(false) is not null,
            { Kind: PersonKind.Owner } => _proxy.IsOn,
            _ => false,
        };
        return stands && person is not null ? person : throw new UnauthorizedAccessException("You are no longer signed in: load the page again.");
    }
}
