using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>The long poll: asks Telegram for what people did, from the stored offset on.</summary>
internal sealed class ChatLoop(IChat chat, HandleChatUpdate handle, ISettings settings, IFindings findings, TimeProvider time, ILogger<ChatLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    /// <summary>A server that answers an empty poll at once must not be asked in a circle.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        var telegram = settings.Current.Telegram;
        if (!telegram.IsConfigured || telegram.Mode != "polling")
            return Idle;
        using var changed = new SettingsChange(settings, cancellationToken);
        var started = Time.GetTimestamp();
        try
        {
            var updates = await chat.UpdatesAsync(await handle.OffsetAsync(cancellationToken), Wait, changed.Token);
            findings.Clear("telegram.conflict");
            if (updates.Count > 0)
                await handle.RunAsync(updates, cancellationToken);
            return updates.Count > 0 || Time.GetElapsedTime(started) > Breath ? TimeSpan.Zero : Breath;
        }
        catch (OperationCanceledException) when (changed.Happened)
        {
            return TimeSpan.Zero;
        }
    }

    protected override void OnFault(ServiceFault fault)
    {
        if (fault.Kind == FaultKind.Conflict)
            findings.Raise("telegram.conflict", FindingSeverity.Error, fault.What, fault.Remedy, "/settings/connections");
    }
}

/// <summary>A token that ends a wait as soon as a setting changes.</summary>
internal sealed class SettingsChange : IDisposable
{
    private readonly ISettings _settings;
    private readonly CancellationTokenSource _source;

    public SettingsChange(ISettings settings, CancellationToken cancellationToken)
    {
        _settings = settings;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _settings.Changed += OnChanged;
    }

    public CancellationToken Token => _source.Token;

    public bool Happened { get; private set; }

    public void Dispose()
    {
        _settings.Changed -= OnChanged;
        _source.Dispose();
    }

    private void OnChanged()
    {
        Happened = true;
        _source.Cancel();
    }
}
