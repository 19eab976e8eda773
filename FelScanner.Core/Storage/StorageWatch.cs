using FelScanner.Core.Ports;

namespace FelScanner.Core.Storage;

/// <summary>
/// Keeps the finding about the database: raised by the first fault, and cleared by a write when none has failed for a minute, because on a
/// full disk some small writes still find room. The verbs for scripts have no findings to keep.
/// </summary>
internal sealed class StorageWatch(IEnumerable<IFindings> findings, TimeProvider time)
{
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);
    private long? _failedAt;

    public void Failed(StorageFault fault)
    {
        _failedAt = time.GetTimestamp();
        foreach (var list in findings)
            list.Raise(StorageFault.Finding, FindingSeverity.Error, fault.What, fault.Remedy);
    }

    public void Written()
    {
        if (_failedAt is not { } at || time.GetElapsedTime(at) < Calm)
            return;
        _failedAt = null;
        foreach (var list in findings)
            list.Clear(StorageFault.Finding);
    }
}
