using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class SessionEntryConfiguration : IEntityTypeConfiguration<SessionEntryRow>
{
    public void Configure(EntityTypeBuilder<SessionEntryRow> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(row => row.IdHash);
    }
}
