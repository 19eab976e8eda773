namespace FelScanner.Tests.Web;

/// <summary>One server with an owner for tests that leave nothing behind.</summary>
public sealed class ServerWithOwner : IAsyncLifetime
{
    internal ServerUnderTest Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ServerUnderTest.StartWithOwnerAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
