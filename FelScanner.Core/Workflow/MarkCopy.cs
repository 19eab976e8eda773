using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>The owner's word about a copy: FEL, MEL, or taken back. A later proof replaces it.</summary>
public sealed class MarkCopy(ILibrary library, IActivity activity, JudgeAgain again, IEventBus bus)
{
    /// <returns>False when there is no such copy.</returns>
    public async Task<bool> RunAsync(long copyId, EnhancementLayer? layer, Decider by, CancellationToken cancellationToken)
    {
        var copy = await library.CopyAsync(copyId, cancellationToken);
        if (copy is null || !await library.MarkAsync(copyId, layer, by.Name, cancellationToken))
            return false;
        var word = layer switch { EnhancementLayer.Fel => "marked as FEL", EnhancementLayer.Mel => "marked as MEL", null => "mark taken back", _ => "marked" };
        await activity.AddAsync(new ActivityEntry("marked", by.Name, by.Where, $"{copy.Title}: {word}", FilmId: copy.FilmId), cancellationToken);
        bus.Publish(new DomainEvent.LibraryChanged());
        await again.RunAsync([copy.FilmId], JudgingCause.LibraryChanged, cancellationToken);
        return true;
    }
}
