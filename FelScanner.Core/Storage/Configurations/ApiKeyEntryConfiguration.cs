using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class ApiKeyEntryConfiguration : IEntityTypeConfiguration<ApiKeyEntryRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyEntryRow> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(row => row.Scope).HasConversion<string>();
        builder.HasIndex(row => row.Hash).IsUnique();
    }
}
