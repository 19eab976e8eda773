using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntryRow>
{
    public void Configure(EntityTypeBuilder<HistoryEntryRow> builder)
    {
        builder.ToTable("download_history");
        builder.Property(row => row.Status).HasConversion(status => status.Word(), word => RequestStatusWords.Read(word));
        builder.HasIndex(row => row.RequestId).IsUnique();
        builder.HasIndex(row => row.Status);
        builder.HasIndex(row => row.StartedAt);
        builder.HasIndex(row => row.MovieTitle);
        builder.HasIndex(row => row.CardId);
        builder.HasIndex(row => row.ReleaseId);
        builder.HasIndex(row => row.FilmId);

        // All that a search looks at, in the order of the list: it reads this and not the table.
        builder.HasIndex(row => new { row.StartedAt, row.Id, row.MovieTitle, row.TorrentTitle }).HasDatabaseName("IX_download_history_search");
    }
}
