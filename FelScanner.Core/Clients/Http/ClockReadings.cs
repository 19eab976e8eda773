using System.Collections.Concurrent;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Http;

/// <summary>Remembers the Date header of each host's last answer against this machine's clock (RFC 9110 6.6.1; whole seconds).</summary>
internal sealed class ClockReadings(TimeProvider time) : IClockReadings
{
    // Feeds may name many hosts over the years.
    private const int MostHosts = 100;
    private readonly ConcurrentDictionary<string, (TimeSpan Ahead, DateTimeOffset At)> _now = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, (TimeSpan Ahead, DateTimeOffset At)> Now => _now;

    public void Note(Uri address, DateTimeOffset? date)
    {
        var now = time.GetUtcNow();
        if (date is { } theirs && (_now.Count < MostHosts || _now.ContainsKey(address.Authority)))
            _now[address.Authority] = (theirs - now, now);
    }
}

/// <summary>Notes the time that every answer tells.</summary>
internal sealed class ClockHandler(ClockReadings clocks, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        clocks.Note(request.RequestUri!, response.Headers.Date);
        return response;
    }
}
