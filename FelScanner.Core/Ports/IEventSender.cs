using FelScanner.Core.Settings;

namespace FelScanner.Core.Ports;

/// <summary>Another way to be told of an event. Each is one class, registered beside the others; each has its own rows in the outbox, so that one that is down holds no other back.</summary>
public interface IEventSender
{
    /// <summary>A short stable word without a colon: "webhook".</summary>
    string Name { get; }

    /// <summary>True when these settings configure it.</summary>
    bool IsOn(FelSettings settings);

    /// <summary>Sends one event as JSON, under these settings (which may be unsaved when a person tests).</summary>
    /// <exception cref="ServiceFault">It was not taken.</exception>
    Task SendAsync(FelSettings settings, string json, CancellationToken cancellationToken);
}
