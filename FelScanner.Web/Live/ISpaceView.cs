namespace FelScanner.Web.Live;

/// <summary>Free bytes at a folder as known now, and who measured it ("this program", "Radarr", "qBittorrent").</summary>
public sealed record FreeSpace(long Bytes, string MeasuredBy);

/// <summary>Free space for the cards; answers from memory, never asks a service by itself.</summary>
public interface ISpaceView
{
    /// <param name="folder">In Radarr's view; null: wherever films go by default.</param>
    FreeSpace? Of(string? folder);
}
