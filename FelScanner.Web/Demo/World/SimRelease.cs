namespace FelScanner.Web.Demo.World;

/// <summary>A release that a simulated tracker offers.</summary>
public sealed record SimRelease
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required long Bytes { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>What the uploader wrote, MediaInfo lines included.</summary>
    public string Description { get; init; } = "";

    /// <summary>IPTorrents' number: 101 4K, 48 HD, 72 movies, 5 television.</summary>
    public int Category { get; init; } = 101;
    public int Seeders { get; init; } = 20;
    public int Leechers { get; init; } = 3;
    public int Snatches { get; init; } = 60;
    public string Uploader { get; init; } = "anonymous";
    public bool Freeleech { get; init; }
    public int? TmdbId { get; init; }
    public string? ImdbId { get; init; }

    /// <summary>What the file will turn out to be.</summary>
    public SimPicture Picture { get; init; } = SimPicture.P7Fel;
    public SimSound Sound { get; init; } = SimSound.TrueHdAtmos;

    /// <summary>A real .torrent in place of the made one.</summary>
    public byte[]? Torrent { get; init; }
}
