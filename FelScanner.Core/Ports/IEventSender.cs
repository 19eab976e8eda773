namespace FelScanner.Core.Ports;

/// <summary>Another way to be told of an event. Each is one class; it may throw a <see cref="ServiceFault"/>.</summary>
public interface IEventSender
{
    /// <summary>True when it is configured.</summary>
    bool IsOn { get; }

    /// <summary>Sends one event as JSON.</summary>
    Task SendAsync(string json, CancellationToken cancellationToken);
}
