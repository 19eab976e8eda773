using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FelScanner.Web.Hosting.Failpoints;

/// <summary>One moment at which the program can be made to die: just before, or just after, a call over a port.</summary>
internal sealed record Failpoint(string Name, Type Port, string Method, Func<object?[], bool>? When = null);

/// <summary>
/// The moments at which the program can be made to die, for the proof that a crash loses nothing and doubles nothing. Between two calls over
/// a port nothing happens that outlives the process, so the ports are the only places where it matters. Without the variable the ports are
/// the plain ones, and this is never heard of again.
/// </summary>
internal static class Failpoints
{
    /// <summary>"before-torrent-add", "after-torrent-add:2" (the second time), or "@FILE" naming a file that holds such a word or nothing, looked at each time.</summary>
    public const string Variable = "FELSCANNER_FAILPOINT";

    /// <summary>In the order in which one request passes them. Each has a "before-" and an "after-".</summary>
    public static IReadOnlyList<Failpoint> All { get; } =
    [
        new("offer-store", typeof(IRequests), nameof(IRequests.CreateAsync)),
        new("message-send", typeof(IChat), nameof(IChat.SendAsync)),
        new("message-note", typeof(IOutbox), nameof(IOutbox.DoneAsync)),
        new("press-answer", typeof(IChat), nameof(IChat.AnswerAsync)),
        new("decision-store", typeof(IRequests), nameof(IRequests.TryStepAsync), Step(RequestStatus.Pending, RequestStatus.Approved)),
        new("torrent-fetch", typeof(IFeed), nameof(IFeed.FetchTorrentAsync)),
        new("intent-store", typeof(IRequests), nameof(IRequests.TryStepAsync), Step(RequestStatus.Approved, RequestStatus.Adding)),
        new("torrent-add", typeof(ITorrentClient), nameof(ITorrentClient.AddAsync)),
        new("torrent-look", typeof(ITorrentClient), nameof(ITorrentClient.FindAsync)),
        new("start-store", typeof(IRequests), nameof(IRequests.TryStepAsync), Step(RequestStatus.Adding, RequestStatus.Downloading)),
        new("message-edit", typeof(IChat), nameof(IChat.EditAsync)),
        new("arrival-note", typeof(INotebook), nameof(INotebook.WriteAsync), args => args[0] is string key && key.StartsWith("arrived.", StringComparison.Ordinal)),
        new("completion-store", typeof(IRequests), nameof(IRequests.TryStepAsync), Step(RequestStatus.Downloading, RequestStatus.Completed)),
        new("plex-scan", typeof(IPlexLibrary), nameof(IPlexLibrary.ScanFolderAsync)),
    ];

    /// <summary>Puts the trap before the ports when the variable says so.</summary>
    public static IServiceCollection AddFailpoints(this IServiceCollection services, Func<string, string?> environment)
    {
        if (environment(Variable) is not { Length: > 0 } armed)
            return services;
        var trap = new FailpointTrap(armed);
        return services
            .Trapped<IRequests>(trap).Trapped<IChat>(trap).Trapped<IOutbox>(trap).Trapped<IFeeds>(trap)
            .Trapped<ITorrentClient>(trap).Trapped<INotebook>(trap).Trapped<IPlexLibrary>(trap);
    }

    /// <summary>The point that this call is; null for a call that is none.</summary>
    internal static Failpoint? Of(Type port, string method, object?[] arguments) =>
        All.FirstOrDefault(point => point.Port == port && point.Method == method && (point.When is null || point.When(arguments)));

    private static Func<object?[], bool> Step(RequestStatus from, RequestStatus to) =>
        arguments => arguments[0] is RequestStep step && step.To == to && step.From.Contains(from);

    private static IServiceCollection Trapped<T>(this IServiceCollection services, FailpointTrap trap)
        where T : class
    {
        var plain = services.Last(service => service.ServiceType == typeof(T)).ImplementationType!;
        services.TryAddSingleton(plain);
        return services.Replace(ServiceDescriptor.Singleton(all => TrappedPort<T>.Before((T)all.GetRequiredService(plain), trap)));
    }
}
