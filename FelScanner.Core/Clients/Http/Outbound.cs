namespace FelScanner.Core.Clients.Http;

/// <summary>The two connection pools of the program: one that verifies certificates, one for services where the owner switched that off.</summary>
internal sealed class Outbound(TimeProvider time, PrimaryHandler primary, ClockReadings clocks) : IDisposable
{
    private readonly Lazy<HttpClient> _verified = new(() => Create(time, new ClockHandler(clocks, primary(true))));
    private readonly Lazy<HttpClient> _unverified = new(() => Create(time, new ClockHandler(clocks, primary(false))));

    public TimeProvider Time { get; } = time;

    public HttpClient Client(bool verifyTls) => verifyTls ? _verified.Value : _unverified.Value;

    public void Dispose()
    {
        if (_verified.IsValueCreated)
            _verified.Value.Dispose();
        if (_unverified.IsValueCreated)
            _unverified.Value.Dispose();
    }

    // The handler keeps the time; HttpClient's own limit would end a long poll.
    private static HttpClient Create(TimeProvider time, HttpMessageHandler handler) =>
        new(new PatientHandler(time, handler)) { Timeout = Timeout.InfiniteTimeSpan };
}
