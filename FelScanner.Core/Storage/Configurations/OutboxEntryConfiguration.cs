using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class OutboxEntryConfiguration : IEntityTypeConfiguration<OutboxEntryRow>
{
    public void Configure(EntityTypeBuilder<OutboxEntryRow> builder)
    {
        builder.ToTable("outbox");
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.HasIndex(row => new { row.Kind, row.Key }).IsUnique();
        builder.HasIndex(row => row.NotBefore);
    }
}
