using FelScanner.Core.Domain.DolbyVision.Containers;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>Reads from a media file itself whether its Dolby Vision layer is FEL, MEL or none.</summary>
public static class MediaProbe
{
    /// <summary>
    /// Probes a Matroska, MP4/MOV, MPEG-TS or M2TS file, a raw HEVC stream or an RPU dump; never throws for what a file holds, also when reading it fails half-way.
    /// Reads 8 MiB at a place and 64 MiB in all at most, at three to eight places; needs less than 1 MiB of memory, 12 MiB for frames packed with zlib.
    /// </summary>
    /// <param name="stream">Seekable; open it unbuffered (buffer size 0), because this keeps its own window.</param>
    /// <param name="fileName">Only decides between formats that begin alike, and is never opened.</param>
    /// <param name="scope">The whole file, or the readable bytes at its head.</param>
    /// <param name="cancellationToken">Looked at before every read.</param>
    public static ProbeResult Probe(Stream stream, string fileName, ProbeScope scope = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        ProbeSource? source = null;
        try
        {
            source = new ProbeSource(stream, Math.Min(stream.Length, scope.HeadBytes ?? long.MaxValue), cancellationToken);
            return ProbeFile(source, fileName, scope) with { BytesRead = source.BytesRead };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unknown($"Reading stopped: {Sentence(fault)}") with { BytesRead = source?.BytesRead ?? 0 };
        }
    }

    /// <summary>The result for a file that could not be opened: what is wrong, and what to do.</summary>
    public static ProbeResult NotOpened(Exception fault) => Unknown(Sentence(fault)) with { Opened = false };

    /// <summary>The result for a path that is no file.</summary>
    public static ProbeResult NotAFile() => Unknown("This is a folder, not a file: name the film's video file inside it.") with { Opened = false };

    private static ProbeResult ProbeFile(ProbeSource source, string fileName, ProbeScope scope)
    {
        if (source.Length == 0)
            return Unknown(scope.IsHead ? "Nothing of the file is there yet: wait for its first megabytes." : "The file is empty: get it again.") with { Complete = !scope.IsHead };
        if (ContainerDetector.Detect(source, fileName) is not { } reader)
            return Unknown("This is not a Matroska, MP4, transport stream, HEVC or RPU file: name the film's video file.") with { Complete = !scope.IsHead };
        reader.Open();
        List<PlaceSample> samples = reader.Obstacle is null ? PlaceSampler.Take(source, reader, scope) : [];
        return ProbeJudge.Judge(new ProbeEvidence(reader, samples, scope));
    }

    private static ProbeResult Unknown(string reason) => new()
    {
        Container = "unknown",
        Layer = EnhancementLayer.Unknown,
        Reason = reason,
    };

    private static string Sentence(Exception fault) => fault switch
    {
        FileNotFoundException => "The file is not there: check the path and the path mapping.",
        DirectoryNotFoundException => "The folder is not there: check the path mapping and that the drive is mounted.",
        UnauthorizedAccessException => "The file may not be read: give the program's user the right to read it.",
        PathTooLongException => "The path is too long for the system: shorten it.",
        NotSupportedException => "The file cannot be sought in: copy it to a drive.",
        TimeoutException => "The file did not open in time: check that the drive is mounted and awake.",
        _ => $"{fault.Message.TrimEnd('.')}: check that the drive is mounted and that no other program locks the file.",
    };
}
