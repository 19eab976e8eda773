using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FelScanner.Web.Security;

/// <summary>
/// Asks, before anything that a page sends has an effect, whether its person's session still stands: a page that was drawn is no permission.
/// What an ended session sends is dropped, and its open pages are cut.
/// </summary>
internal sealed class EveryAction(CurrentPerson current, LiveConnections connections) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        try
        {
            await current.NowAsync().ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            if (await current.SessionAsync().ConfigureAwait(false) is { } session)
                connections.Cut(session);
            return;
        }

        await next(context).ConfigureAwait(false);
    };
}
