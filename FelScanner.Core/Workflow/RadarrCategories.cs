using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>The categories under which Radarr watches qBittorrent: a download of ours in one of them would be imported and replace the owned file.</summary>
public sealed class RadarrCategories(IRadarr radarr, ISettings settings, IFindings findings)
{
    private const string Finding = "qbittorrent.category";
    private IReadOnlyList<string> _known = [];

    /// <summary>Raises or clears the finding by what Radarr says, or by what it said last.</summary>
    public async Task LookAsync(bool radarrAnswers, CancellationToken cancellationToken)
    {
        if (radarrAnswers)
        {
            try
            {
                _known = await radarr.DownloadCategoriesAsync(cancellationToken);
            }
            catch (ServiceFault)
            {
                // What it said last still holds; a version without that list has none.
            }
        }

        if (IsRadarrs && settings.Current.QBittorrent.Host.Length > 0)
            findings.Raise(Finding, FindingSeverity.Error, What, Remedy, "/settings/downloads");
        else
            findings.Clear(Finding);
    }

    /// <exception cref="ServiceFault">Ours is one of Radarr's: nothing is added under it.</exception>
    public void Check()
    {
        if (IsRadarrs)
            throw new ServiceFault("qbittorrent", FaultKind.Refused, What, Remedy);
    }

    private string Own => settings.Current.QBittorrent.Category.Trim();

    private bool IsRadarrs => Own.Length > 0 && (Own.Equals("radarr", StringComparison.OrdinalIgnoreCase) || _known.Contains(Own, StringComparer.OrdinalIgnoreCase));

    private string What => $"The category “{Own}” is Radarr's own: Radarr would import the download and replace the owned file.";

    private const string Remedy = "Choose another qbittorrent_category.";
}
