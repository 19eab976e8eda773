namespace FelScanner.Core.Domain.Requests;

/// <summary>What the approver chose for this one download; null each: as the settings say. <paramref name="UploadLimit"/> is in KiB/s, 0 = none.</summary>
public sealed record DownloadChoices(bool? Paused = null, bool? Sequential = null, int? UploadLimit = null)
{
    /// <summary>True when nothing differs from the settings.</summary>
    public bool IsEmpty => this == new DownloadChoices();
}
