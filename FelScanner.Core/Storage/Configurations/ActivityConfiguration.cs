using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<ActivityRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> builder)
    {
        builder.ToTable("activity");
        builder.HasIndex(row => row.At);
        builder.HasIndex(row => row.RequestId);
        builder.HasIndex(row => row.FilmId);
        builder.HasIndex(row => row.ReleaseId);
    }
}
