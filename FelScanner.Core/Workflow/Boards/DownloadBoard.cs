using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Boards;

internal sealed class DownloadBoard(IEventBus bus) : IDownloadBoard
{
    private int _watchers;

    public IReadOnlyList<ActiveDownload> Now { get; private set; } = [];

    public bool Watched => Volatile.Read(ref _watchers) > 0;

    public void Put(IReadOnlyList<ActiveDownload> downloads)
    {
        var same = downloads.Count == Now.Count && downloads.Zip(Now).All(pair => pair.First == pair.Second);
        Now = downloads;
        if (!same)
            bus.Publish(new DomainEvent.DownloadsMoved());
    }

    public IDisposable Watch()
    {
        Interlocked.Increment(ref _watchers);
        return new Handle(this);
    }

    private sealed class Handle(DownloadBoard board) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0)
                Interlocked.Decrement(ref board._watchers);
        }
    }
}
