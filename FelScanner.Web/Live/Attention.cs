namespace FelScanner.Web.Live;

/// <summary>What the tab's title and icon show on every page: how many requests wait, and whether something is wrong.</summary>
public sealed class Attention
{
    public int Waiting { get; private set; }

    public bool Trouble { get; private set; }

    public event Action? Changed;

    public void Is(int waiting, bool trouble)
    {
        if ((waiting, trouble) == (Waiting, Trouble))
            return;
        (Waiting, Trouble) = (waiting, trouble);
        Changed?.Invoke();
    }

    public string Title(string? page) => (Waiting > 0 ? $"({Waiting}) " : "") + (page is null ? "FelScanner" : $"{page} · FelScanner");
}
