using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class ScanConfiguration : IEntityTypeConfiguration<ScanRow>
{
    public void Configure(EntityTypeBuilder<ScanRow> builder)
    {
        builder.ToTable("scans");
        builder.HasIndex(row => row.StartedAt);
    }
}
