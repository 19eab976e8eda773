using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Plex;

/// <summary>Tests the connection to Plex: who answers, whether the token is good, and whether the chosen libraries exist.</summary>
internal sealed class PlexTest(PlexClient client) : IConnectionTest
{
    public string Service => RemoteService.Plex.Id;

    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken)
    {
        var own = settings.Plex;
        if (own.Url.Trim().Length == 0)
            return [Reports.Disabled(RemoteService.Plex)];
        if (!own.Token.IsSet)
            return [Reports.Error(Faults.NoSecret(RemoteService.Plex))];
        return [await Reports.TryAsync(RemoteService.Plex, client.Time, () => LookAsync(own, cancellationToken))];
    }

    private async Task<ConnectionReport> LookAsync(PlexSettings own, CancellationToken cancellationToken)
    {
        var identity = await client.IdentityAsync(own, Patience.Test, cancellationToken);
        var version = identity.Version;
        var all = await client.SectionsAsync(own, Patience.Test, cancellationToken);
        var chosen = PlexChoice.Of(all, own.LibraryNames);
        if (chosen.Sections.Count == 0)
            throw chosen.NothingFault(all);
        var unknown = chosen.UnknownNames.Count > 0;
        return new ConnectionReport
        {
            Service = Service,
            Status = ConnectionStatus.Connected,
            Message = unknown
                ? $"Connected to Plex {version}, but it has no movie library named {PlexChoice.Quoted(chosen.UnknownNames)}."
                : $"Connected to Plex {version}: {PlexChoice.Quoted(chosen.Sections.Select(s => s.Title))}.",
            Remedy = unknown ? $"Correct library_names; there are {PlexChoice.Quoted(all.Select(s => s.Title))}." : null,
            Version = version,
            Extra = new Dictionary<string, object?> { ["libraries"] = all.Select(s => s.Title).ToArray(), ["machine_identifier"] = identity.MachineIdentifier },
        };
    }
}
