using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Library;

/// <summary>One owned version of a film: Plex's Media element with its files.</summary>
public sealed record Copy
{
    /// <summary>Our own key; 0 before it is stored.</summary>
    public long Id { get; init; }

    public required PictureAndSound Quality { get; init; }

    /// <summary>False while Plex has not analysed the file yet: such a copy is unknown, never SDR.</summary>
    public bool Analysed { get; init; } = true;

    /// <summary>The first file as Plex sees it; the further ones of a split film are in <see cref="MoreFiles"/>.</summary>
    public string? Path { get; init; }

    public IReadOnlyList<string> MoreFiles { get; init; } = [];

    /// <summary>The Plex library that holds this copy.</summary>
    public string? Library { get; init; }

    /// <summary>Plex's rating key of the item that holds this copy.</summary>
    public string? PlexKey { get; init; }

    /// <summary>Plex's id of the Media element.</summary>
    public string? MediaId { get; init; }

    /// <summary>Overall bitrate in kbit/s.</summary>
    public int? BitrateKbps { get; init; }

    public string? VideoCodec { get; init; }

    public string? Container { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Each audio track in one line for people ("English (TRUEHD 7.1)").</summary>
    public IReadOnlyList<string> AudioTracks { get; init; } = [];

    /// <summary>What each source of evidence said and when, strongest first.</summary>
    public IReadOnlyList<EvidenceNote> Notes { get; init; } = [];
}

/// <summary>One statement about a copy's layer: who says it, what, why, and when.</summary>
public sealed record EvidenceNote(Evidence Evidence, EnhancementLayer Layer, int? Profile, string By, string Reason, DateTimeOffset At);
