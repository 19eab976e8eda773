using FelScanner.Core.Domain.Requests;

namespace FelScanner.Web.Live;

/// <summary>
/// Approvals of this tab whose effect is shown before it is proven: the card goes at once, the download shows as on its way,
/// and both are taken back when it comes to nothing. Used only on the circuit's own thread of work.
/// </summary>
public sealed class Expected
{
    private readonly Dictionary<string, DownloadRequest> _coming = [];
    private readonly HashSet<string> _gone = [];

    public event Action? Changed;

    /// <summary>Approved here, and not heard of yet.</summary>
    public IReadOnlyCollection<DownloadRequest> Coming => _coming.Values;

    /// <summary>True for a request whose card has gone by an approval here.</summary>
    public bool Holds(string requestId) => _gone.Contains(requestId);

    public void Approve(DownloadRequest request)
    {
        _gone.Add(request.RequestId);
        _coming[request.RequestId] = request;
        Changed?.Invoke();
    }

    /// <summary>It is stored: the card stays away, and the real download shows by itself.</summary>
    public void Prove(string requestId)
    {
        if (_coming.Remove(requestId))
            Changed?.Invoke();
    }

    /// <summary>It came to nothing: the card is back.</summary>
    public void TakeBack(string requestId)
    {
        _coming.Remove(requestId);
        if (_gone.Remove(requestId))
            Changed?.Invoke();
    }
}
