using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>The categories under which Radarr watches qBittorrent, as it told them last: a download of ours in one of them would be imported and replace the owned file.</summary>
public sealed class RadarrCategories(IRadarr radarr, ISettings settings)
{
    public const string Remedy = "Choose another qbittorrent_category: Radarr would import the download and replace the copy you have.";
    private IReadOnlyList<string> _known = [];

    /// <summary>Asks Radarr anew whether ours is one of its own.</summary>
    /// <exception cref="ServiceFault">Radarr cannot be asked.</exception>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        if (Own.Length > 0)
            _known = await radarr.DownloadCategoriesAsync(cancellationToken);
        return IsRadarrs;
    }

    /// <exception cref="ServiceFault">Ours is one of Radarr's own: nothing is added under it.</exception>
    public void Check()
    {
        if (IsRadarrs)
            throw new ServiceFault("qbittorrent", FaultKind.Refused, Sentence, Remedy);
    }

    public string Sentence => $"The category “{Own}” is Radarr's own.";

    private string Own => settings.Current.QBittorrent.Category.Trim();

    private bool IsRadarrs => Own.Length > 0 && (Own.Equals("radarr", StringComparison.OrdinalIgnoreCase) || _known.Contains(Own, StringComparer.OrdinalIgnoreCase));
}
