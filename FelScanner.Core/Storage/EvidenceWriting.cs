using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Writes what the owner or a probe says about a copy's file, and what follows for its films.</summary>
internal sealed class EvidenceWriting(FelDbContext context, DateTimeOffset now)
{
    public async Task<bool> MarkAsync(long copyId, EnhancementLayer? layer, string by, CancellationToken cancellationToken)
    {
        if (await context.Copies.AsNoTracking().SingleOrDefaultAsync(copy => copy.Id == copyId, cancellationToken) is not { } copy)
            return false;

        var note = await NoteAsync(copy, EvidenceRow.Mark, cancellationToken);
        if (layer is { } marked)
        {
            note.Evidence = Evidence.Marked;
            note.Layer = marked;
            note.Profile = marked is EnhancementLayer.Fel or EnhancementLayer.Mel ? 7 : null;
            note.By = by;
            note.Reason = $"Marked by {by}.";
            note.At = now;
        }
        else
        {
            context.Evidence.Remove(note);
        }

        await RefreshAsync(copy, cancellationToken);
        return true;
    }

    /// <summary>A whole file proves what it says, FEL is proven by any part of it; the rest is only noted, so that it is not read again at once.</summary>
    public async Task<string?> ProvenAsync(long copyId, ProbeResult result, long bytes, DateTimeOffset fileChangedAt, CancellationToken cancellationToken)
    {
        if (await context.Copies.AsNoTracking().SingleOrDefaultAsync(copy => copy.Id == copyId, cancellationToken) is not { } copy)
            return null;

        var proves = result.Opened && result.Layer != EnhancementLayer.Unknown && (result.Complete || result.Layer == EnhancementLayer.Fel);
        var note = await NoteAsync(copy, EvidenceRow.Probe, cancellationToken);
        note.Evidence = proves ? Evidence.Proven : Evidence.None;
        note.Layer = result.Layer;
        note.Profile = result.Profile;
        note.CompatibilityId = result.CompatibilityId;
        note.Hdr10Plus = result.Hdr10Plus;
        note.Reason = result.Reason;
        note.At = now;
        note.Opened = result.Opened;
        note.Complete = result.Complete;
        note.ProbedBytes = bytes;
        note.ProbedFileChangedAt = fileChangedAt;
        var replaced = proves ? await ReplaceMarkAsync(copy, note, cancellationToken) : null;
        await RefreshAsync(copy, cancellationToken);
        return replaced;
    }

    /// <summary>The mark stays to be seen, and both say which one counts. Told once: a later reading of the same file replaces nothing.</summary>
    private async Task<string?> ReplaceMarkAsync(CopyRow copy, EvidenceRow proof, CancellationToken cancellationToken)
    {
        var mark = await context.Evidence.SingleOrDefaultAsync(
            note => note.FileKey == copy.FileKey && note.FileBytes == copy.FileBytes && note.Origin == EvidenceRow.Mark, cancellationToken);
        if (mark is null)
            return null;
        proof.Reason = $"{proof.Reason} It replaces the mark by {mark.By}.";
        var replaced = $"Marked by {mark.By}; the file itself has answered since.";
        var isNew = mark.Reason != replaced;
        mark.Reason = replaced;
        return isNew ? mark.By : null;
    }

    private async Task<EvidenceRow> NoteAsync(CopyRow copy, string origin, CancellationToken cancellationToken)
    {
        var note = await context.Evidence.SingleOrDefaultAsync(
            note => note.FileKey == copy.FileKey && note.FileBytes == copy.FileBytes && note.Origin == origin, cancellationToken);
        if (note is null)
            context.Evidence.Add(note = new EvidenceRow { FileKey = copy.FileKey, FileBytes = copy.FileBytes, Origin = origin, By = origin, Reason = "" });
        return note;
    }

    /// <summary>The file may belong to items of several libraries, even of several films.</summary>
    private async Task RefreshAsync(CopyRow copy, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        var films = await context.FilmItems.Where(item => item.Copies.Any(other => other.FileKey == copy.FileKey && other.FileBytes == copy.FileBytes))
            .Select(item => item.FilmId).Distinct().ToListAsync(cancellationToken);
        await new FilmStoring(context).RefreshAsync(films, cancellationToken);
    }
}
