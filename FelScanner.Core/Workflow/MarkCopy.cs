using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>The owner's word about a copy: FEL, MEL, or taken back. A later proof replaces it.</summary>
public sealed class MarkCopy(ILibrary library, IActivity activity, JudgeAgain again, IEventBus bus)
{
    public async Task<Marking> RunAsync(long copyId, EnhancementLayer? layer, Decider by, CancellationToken cancellationToken)
    {
        var copy = await library.CopyAsync(copyId, cancellationToken);
        if (copy is null || !await library.MarkAsync(copyId, layer, by.Name, cancellationToken))
            return Marking.NoSuchCopy;
        var word = layer switch { EnhancementLayer.Fel => "marked as FEL", EnhancementLayer.Mel => "marked as MEL", null => "mark taken back", _ => "marked" };
        await activity.AddAsync(new ActivityEntry("marked", by.Name, by.Where, $"{copy.Title}: {word}", FilmId: copy.FilmId), cancellationToken);
        bus.Publish(new DomainEvent.LibraryChanged());
        await again.RunAsync([copy.FilmId], JudgingCause.LibraryChanged, cancellationToken);
        return (await library.FindAsync(copy.FilmId, cancellationToken))?.Copies.FirstOrDefault(c => c.Id == copyId)?.Quality.Evidence == Evidence.Proven ? Marking.ProofCounts : Marking.Done;
    }
}

/// <summary>What came of marking a copy.</summary>
public enum Marking
{
    Done,
    NoSuchCopy,

    /// <summary>It is written down, but the file itself has proven its layer, and that counts.</summary>
    ProofCounts,
}
