using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace FelScanner.Web.Demo;

/// <summary>
/// A service of the outside world, simulated over real HTTP on loopback: it speaks the wire format of the real one, remembers every call, and fails on command.
/// Its state outlives <see cref="StopAsync"/>; a later start listens on the same port, as after an outage.
/// </summary>
public abstract class SimService(TimeProvider time) : IAsyncDisposable
{
    private readonly CallLog _log = new(time);
    private WebApplication? _app;
    private int _port;

    /// <summary>Where it listens; known once it has been started.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0/");

    public Faults Faults { get; } = new();

    /// <summary>What every answer takes on top, as a network would.</summary>
    public TimeSpan Latency { get; set; }

    public IReadOnlyList<SimCall> Calls => _log.Calls;

    /// <summary>Calls that the real service has no answer for, or that no right client makes.</summary>
    public IReadOnlyList<SimCall> Unexpected => _log.Unexpected;

    protected TimeProvider Time => time;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        _app = builder.Build();
        _app.Use(ReceiveAsync);
        _app.UseRouting();
        _app.Use(AnswerAsync);
        Map(_app);
        await _app.StartAsync(cancellationToken);
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/");
        _port = Address.Port;
    }

    /// <summary>The service goes away; callers are refused.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is null)
            return;
        await _app.StopAsync(cancellationToken);
        await _app.DisposeAsync();
        _app = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        GC.SuppressFinalize(this);
    }

    protected abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>The service's own "not found" for a path that nobody knows.</summary>
    protected virtual Task NotFoundAsync(HttpContext context) => context.AnswerAsync(404);

    protected virtual Task MethodNotAllowedAsync(HttpContext context) => context.AnswerAsync(405);

    protected virtual Task TooManyAsync(HttpContext context, int retryAfterSeconds)
    {
        context.Response.Headers.RetryAfter = retryAfterSeconds.ToInvariant();
        return context.AnswerAsync(429, "Too Many Requests");
    }

    /// <summary>What must hold before any call is looked at (a key, a session); false when the answer has been written.</summary>
    protected virtual Task<bool> AdmitAsync(HttpContext context) => Task.FromResult(true);

    /// <summary>Notes that a right client would not have made this call.</summary>
    protected void Complain(HttpContext context, string complaint) => _log.Complain((SimCall)context.Items[typeof(SimCall)]!, complaint);

    private async Task ReceiveAsync(HttpContext context, RequestDelegate next)
    {
        context.Items[typeof(SimCall)] = await _log.WriteAsync(context.Request, context.RequestAborted);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, time, context.RequestAborted);
        await FaultGate.PassAsync(context, Faults.Take(context.Request.Path.Value ?? ""), time, next, TooManyAsync);
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        var wrongMethod = endpoint?.DisplayName?.StartsWith("405", StringComparison.Ordinal) == true;
        if (endpoint is null || wrongMethod)
            Complain(context, endpoint is null ? "no such path" : "wrong method");
        if (!await AdmitAsync(context))
            return;
        if (endpoint is null)
            await NotFoundAsync(context);
        else if (wrongMethod)
            await MethodNotAllowedAsync(context);
        else
            await next(context);
    }
}
