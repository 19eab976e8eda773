using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class RequestConfiguration : IEntityTypeConfiguration<RequestRow>
{
    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("pending_downloads");
        builder.HasKey(row => row.RequestId);
        builder.Property(row => row.Status).HasConversion(status => status.Word(), word => RequestStatusWords.Read(word));
        builder.HasIndex(row => row.Status);
        builder.HasIndex(row => row.CreatedAt);
        builder.HasIndex(row => row.MovieTitle);
        builder.HasIndex(row => row.CardId);
        builder.HasIndex(row => row.FilmId);

        // One yes is one download: the database itself refuses a second open request of one release.
        builder.HasIndex(row => row.ReleaseId).IsUnique().HasFilter("release_id > 0 AND status <> 'completed'");
    }
}
