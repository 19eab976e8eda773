using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Copies between their rows and their words.</summary>
internal static class CopyText
{
    public static string FileKey(Copy copy) => copy.Path ?? $"media:{copy.MediaId}";

    public static CopyRow Row(Copy copy, string plexKey)
    {
        var row = new CopyRow { PlexKey = plexKey, FileKey = FileKey(copy) };
        Write(row, copy);
        return row;
    }

    public static void Write(CopyRow row, Copy copy)
    {
        var quality = copy.Quality;
        row.MediaId = copy.MediaId;
        row.Library = copy.Library;
        row.Path = copy.Path;
        row.MoreFiles = StorageJson.Texts(copy.MoreFiles);
        row.FileKey = FileKey(copy);
        row.FileBytes = quality.Bytes ?? 0;
        row.Analysed = copy.Analysed;
        row.BitrateKbps = copy.BitrateKbps;
        row.VideoCodec = copy.VideoCodec;
        row.Container = copy.Container;
        row.Width = copy.Width;
        row.Height = copy.Height;
        row.AudioTracks = StorageJson.Texts(copy.AudioTracks);
        Write(row, quality);
    }

    public static PictureAndSound Told(CopyRow row) => new()
    {
        Resolution = row.Resolution,
        DolbyVision = row.DolbyVision,
        Profile = row.Profile,
        CompatibilityId = row.CompatibilityId,
        Layer = row.Layer,
        Evidence = row.Evidence,
        Hdr = row.Hdr,
        Audio = row.Audio,
        Atmos = row.Atmos,
        Source = row.Source,
        Remux = row.Remux,
        Bytes = row.Bytes,
    };

    public static Copy Read(CopyRow row, IReadOnlyList<EvidenceRow> notes) => new()
    {
        Id = row.Id,
        Quality = EvidenceFold.Fold(CopyEvidence.Combine(Told(row), row.Path, []), notes),
        Analysed = row.Analysed,
        Path = row.Path,
        MoreFiles = StorageJson.Texts(row.MoreFiles),
        Library = row.Library,
        PlexKey = row.PlexKey,
        MediaId = row.MediaId,
        BitrateKbps = row.BitrateKbps,
        VideoCodec = row.VideoCodec,
        Container = row.Container,
        Width = row.Width,
        Height = row.Height,
        AudioTracks = StorageJson.Texts(row.AudioTracks),
        Notes = EvidenceFold.Notes(notes),
    };

    private static void Write(CopyRow row, PictureAndSound quality)
    {
        row.Resolution = quality.Resolution;
        row.DolbyVision = quality.DolbyVision;
        row.Profile = quality.Profile;
        row.CompatibilityId = quality.CompatibilityId;
        row.Layer = quality.Layer;
        row.Evidence = quality.Evidence;
        row.Hdr = quality.Hdr;
        row.Audio = quality.Audio;
        row.Atmos = quality.Atmos;
        row.Source = quality.Source;
        row.Remux = quality.Remux;
        row.Bytes = quality.Bytes;
    }
}
