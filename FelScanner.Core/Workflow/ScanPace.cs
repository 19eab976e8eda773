using System.Globalization;

namespace FelScanner.Core.Workflow;

/// <summary>Tells how far a reading is and, once a few seconds give it a measure, how long it will still take.</summary>
internal sealed class ScanPace(int total, TimeProvider time, IProgress<JobProgress>? progress)
{
    private static readonly TimeSpan Measure = TimeSpan.FromSeconds(2);
    private readonly long _began = time.GetTimestamp();

    public int Done { get; private set; }

    public void Read(int films)
    {
        Done += films;
        progress?.Report(new JobProgress(100.0 * Done / Math.Max(1, total), string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {total:N0} films read{Left()}")));
    }

    private string Left()
    {
        var elapsed = time.GetElapsedTime(_began);
        if (elapsed < Measure || Done == 0 || Done >= total)
            return "";
        var left = elapsed * ((double)(total - Done) / Done);
        return left < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalSeconds):0} s left")
            : string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalMinutes):0} min left");
    }
}
