using System.Text.Json;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Web.Security;

namespace FelScanner.Web.Live.Actions;

internal sealed class SettingsActions(CheckConnections connections, ISettings settings, ShowEffect effect, CheckPaths paths, OwnerActions owner, TestSenders senders) : ISettingsActions
{
    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(string service, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        var preview = settings.Preview(values);
        return preview.IsValid
            ? await connections.TestAllAsync(service, preview.Settings, cancellationToken)
            : [new ConnectionReport { Service = service, Status = ConnectionStatus.Error, Message = Faults(preview), Remedy = "Correct the marked fields, then test again." }];
    }

    public async Task<IReadOnlyList<ConnectionReport>> TestEventsAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        var preview = settings.Preview(values);
        return preview.IsValid
            ? await senders.RunAsync(preview.Settings, cancellationToken)
            : [new ConnectionReport { Service = "webhook", Status = ConnectionStatus.Error, Message = Faults(preview), Remedy = "Correct the marked fields, then test again." }];
    }

    public async Task<RuleEffect> ShowEffectAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        var shown = await effect.RunAsync(settings.Preview(values).Settings.Notifications.Rules, cancellationToken);
        return new RuleEffect(shown.Judged, shown.AskedSaved, shown.AskedNow, [.. shown.Changes.Select(c => new RuleChange(c.Name, c.Film, c.Asks, c.Reason))]);
    }

    public async Task<IReadOnlyList<PathAnswer>> CheckPathsAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken) =>
        [.. (await paths.RunAsync(settings.Preview(values).Settings, cancellationToken)).Select(p => new PathAnswer(p.Service, p.Path, p.Good, p.Sentence, p.Remedy, p.Proposal))];

    public Task<string?> RevealApiKeyAsync(string user, string password, CancellationToken cancellationToken) => owner.RevealAsync(user, password, cancellationToken);

    public Task<string?> NewApiKeyAsync(string user, string password, CancellationToken cancellationToken) => owner.RegenerateAsync(user, password, cancellationToken);

    public Task<ActionOutcome> BackUpAsync(string user, CancellationToken cancellationToken) => owner.BackUpAsync(cancellationToken);

    private static string Faults(SettingsPreview preview) => string.Join(" ", preview.Errors.SelectMany(error => error.Value));
}

/// <summary>What only the owner may ask for, after the password where a secret is shown.</summary>
internal sealed class OwnerActions(OwnerKey key, BackUp backUp)
{
    public async Task<string?> RevealAsync(string user, string password, CancellationToken cancellationToken) =>
        await IsOwnerAsync(user, password, cancellationToken) ? key.Reveal() : null;

    public async Task<string?> RegenerateAsync(string user, string password, CancellationToken cancellationToken) =>
        await IsOwnerAsync(user, password, cancellationToken) && await key.RegenerateAsync(cancellationToken) is null ? key.Reveal() : null;

    public async Task<ActionOutcome> BackUpAsync(CancellationToken cancellationToken) => ActionOutcome.Done(await backUp.RunAsync(cancellationToken));

    private async Task<bool> IsOwnerAsync(string user, string password, CancellationToken cancellationToken) =>
        await key.CheckAsync(new Person(user, PersonKind.Owner, true, null), password, null, cancellationToken) is PasswordCheck.Right;
}
