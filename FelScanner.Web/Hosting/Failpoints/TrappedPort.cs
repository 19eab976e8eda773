using System.Reflection;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Hosting.Failpoints;

/// <summary>A port with the trap before and after every call that is a failpoint.</summary>
internal class TrappedPort<T> : DispatchProxy
    where T : class
{
    private T _plain = null!;
    private FailpointTrap _trap = null!;

    public static T Before(T plain, FailpointTrap trap)
    {
        var port = Create<T, TrappedPort<T>>();
        var own = (TrappedPort<T>)(object)port;
        (own._plain, own._trap) = (plain, trap);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var point = Failpoints.Of(typeof(T), targetMethod!.Name, args ?? []);
        if (point is null)
            return Opened(targetMethod.Invoke(_plain, BindingFlags.DoNotWrapExceptions, null, args, null));
        _trap.Pass($"before-{point.Name}");
        var called = (Task)targetMethod.Invoke(_plain, BindingFlags.DoNotWrapExceptions, null, args, null)!;
        return targetMethod.ReturnType == typeof(Task)
            ? AfterAsync(called, point.Name)
            : GetType().GetMethod(nameof(AfterResultAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(this, [called, point.Name]);
    }

    /// <summary>Each opened feed is a port of its own.</summary>
    private object? Opened(object? answer) =>
        answer is IReadOnlyList<IFeed> feeds ? feeds.Select(feed => TrappedPort<IFeed>.Before(feed, _trap)).ToList() : answer;

    private async Task AfterAsync(Task called, string name)
    {
        await called.ConfigureAwait(false);
        _trap.Pass($"after-{name}");
    }

    private protected async Task<TResult> AfterResultAsync<TResult>(Task<TResult> called, string name)
    {
        var result = await called.ConfigureAwait(false);
        _trap.Pass($"after-{name}");
        return result;
    }
}
