using System.Net;
using System.Text;
using FelScanner.Tests.Core.Clients.IpTorrents;

namespace FelScanner.Tests.Core.Workflow;

/// <summary>What the tracker does to whoever asks it.</summary>
public enum TrackerMood
{
    Fine,
    Down,
    Broken,
    AsksForPause,
    Challenges,
    LoggedOut,
    CutsOff,
}

/// <summary>IPTorrents as a strict bookkeeper: notes when it was asked for what, refuses paths, cookies and browsers it does not know.</summary>
internal sealed class CountingTracker(TimeProvider clock)
{
    public const string Cookies = "uid=12; pass=abc; cf_clearance=cf";

    private readonly List<(DateTimeOffset At, string Path)> _calls = [];
    private readonly List<string> _wrong = [];
    private readonly List<int> _uploaded = [];

    public TrackerMood Mood { get; set; }

    public TimeSpan Pause { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Runs when the list is asked for, before it is answered.</summary>
    public Action? OnList { get; set; }

    public Func<int, string> NameOf { get; set; } = id => $"Some.Film.{id}.2021.1080p.WEB-DL.H264-GRP";

    /// <summary>Calls that no right client makes.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    public IReadOnlyList<(DateTimeOffset At, string Path)> Calls => _calls;

    /// <summary>When a reading began: the first page of the search was asked for.</summary>
    public IReadOnlyList<DateTimeOffset> Readings => [.. _calls.Where(call => call.Path == IpTorrentsAnswers.Search).Select(call => call.At)];

    public IEnumerable<(DateTimeOffset At, string Path)> Details => _calls.Where(call => call.Path.StartsWith("/t/", StringComparison.Ordinal));

    public void Upload(int count)
    {
        for (var i = 0; i < count; i++)
            _uploaded.Insert(0, _uploaded.Count + 1);
    }

    /// <summary>A connection to it: a program that ends closes its own, the tracker goes on.</summary>
    public HttpMessageHandler Line() => new Connection(this);

    private Task<HttpResponseMessage> TakeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        _calls.Add((clock.GetUtcNow(), path));
        if (request.Headers.TryGetValues("Cookie", out var cookies) is false || string.Join("; ", cookies!) != Cookies || request.Headers.UserAgent.ToString() != "Firefox/128")
            _wrong.Add($"{path}: without the session's cookies and browser");
        if (!path.StartsWith(IpTorrentsAnswers.Search, StringComparison.Ordinal) && !path.StartsWith("/t/", StringComparison.Ordinal))
            _wrong.Add($"{path}: no page of this tracker");
        if (path == IpTorrentsAnswers.Search)
            OnList?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return Mood switch
        {
            TrackerMood.CutsOff => throw new HttpRequestException(HttpRequestError.ConnectionError),
            TrackerMood.Down => Answer(503, "not now", "text/plain"),
            TrackerMood.Broken => Answer(200, IpTorrentsAnswers.Redesigned),
            TrackerMood.Challenges => Answer(403, IpTorrentsAnswers.Challenge),
            TrackerMood.LoggedOut => Answer(200, IpTorrentsAnswers.Login),
            TrackerMood.AsksForPause => Answer(429, "", "text/plain", $"{Pause.TotalSeconds:0}"),
            _ => Answer(200, path.StartsWith("/t/", StringComparison.Ordinal) ? Described() : List(path)),
        };
    }

    private string List(string path)
    {
        var page = path.Contains("&p=", StringComparison.Ordinal) ? int.Parse(path.Split("&p=")[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
        var shown = _uploaded.Skip((page - 1) * 50).Take(50).ToArray();
        return shown.Length == 0 ? IpTorrentsAnswers.Nothing : IpTorrentsAnswers.Page(shown.Select(id => IpTorrentsAnswers.Row(id, NameOf(id))));
    }

    private static string Described() =>
        """<html><body><a href="/lout.php">x</a><div class="desc"><pre>HDR format: Dolby Vision, Version 1.0, dvhe.07.06, BL+EL+RPU. P7 MEL.</pre></div></body></html>""";

    private static Task<HttpResponseMessage> Answer(int status, string body, string type = "text/html", string? retryAfter = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(response);
    }

    private sealed class Connection(CountingTracker tracker) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await tracker.TakeAsync(request, cancellationToken);
            response.RequestMessage = request;
            return response;
        }
    }
}
