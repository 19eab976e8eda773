using System.Net.Http.Json;
using System.Text;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.FlareSolverr;

/// <summary>A page that FlareSolverr's browser fetched, with the cookies and the browser's name that go with it.</summary>
internal sealed record SolvedPage(string Html, Uri Address, IReadOnlyList<(string Name, string Value)> Cookies, string? UserAgent);

/// <summary>FlareSolverr, which passes Cloudflare's browser check with a browser of its own. Source: github.com/FlareSolverr/FlareSolverr.</summary>
internal sealed class FlareSolverrClient(Wire wire)
{
    private const int MostMilliseconds = 60_000;

    private static readonly RemoteService Service = RemoteService.FlareSolverr;

    public async Task<SolvedPage> FetchAsync(
        string solverUrl, Uri page, IEnumerable<(string Name, string Value)> cookies, CancellationToken cancellationToken)
    {
        var question = new SolveJson("request.get", page.AbsoluteUri, MostMilliseconds, [.. cookies.Select(c => new SolverCookieJson(c.Name, c.Value))]);
        var call = new WireCall(HttpMethod.Post, Addresses.Under(Service, solverUrl, "v1"))
        {
            Content = () => JsonContent.Create(question, FlareSolverrContext.Default.SolveJson),
            Patience = Patience.Seconds(75, 75, 0),
            Limit = BoundedBody.Service,
        };
        var reply = await wire.SendAsync(Service, call, cancellationToken);
        var answer = reply.LooksLikeHtml ? null : reply.Json(Service, FlareSolverrContext.Default.SolvedJson);
        if (answer is not { Status: "ok", Solution: { Response: { } html } solution })
        {
            throw new ServiceFault(Service.Id, FaultKind.BadAnswer, "FlareSolverr could not pass Cloudflare's check.",
                "Look into FlareSolverr's own log, or copy a new cf_clearance and its user agent from the browser.");
        }

        if (Encoding.UTF8.GetByteCount(html) > BoundedBody.Feed)
            throw Faults.Of(Service, call, new BodyTooLargeException(BoundedBody.Feed));
        return new SolvedPage(
            html,
            Uri.TryCreate(solution.Url, UriKind.Absolute, out var final) ? final : page,
            [.. (solution.Cookies ?? []).Where(c => c is { Name.Length: > 0, Value: not null }).Select(c => (c.Name!, c.Value!))],
            solution.UserAgent);
    }
}
