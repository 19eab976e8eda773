using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>One client's session and what it was last told by sync/maindata.</summary>
internal sealed class QbSession
{
    public Lock Gate { get; } = new();

    public int Rid { get; set; }

    public JsonObject? LastTold { get; set; }
}
