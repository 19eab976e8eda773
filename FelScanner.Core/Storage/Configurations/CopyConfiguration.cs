using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class CopyConfiguration : IEntityTypeConfiguration<CopyRow>
{
    public void Configure(EntityTypeBuilder<CopyRow> builder)
    {
        builder.ToTable("copies");
        builder.HasIndex(row => new { row.FileKey, row.FileBytes });
    }
}
