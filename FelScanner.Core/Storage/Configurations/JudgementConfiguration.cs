using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class JudgementConfiguration : IEntityTypeConfiguration<JudgementRow>
{
    public void Configure(EntityTypeBuilder<JudgementRow> builder)
    {
        builder.ToTable("judgements");
        builder.HasKey(row => row.ReleaseId);
        builder.Property(row => row.ReleaseId).ValueGeneratedNever();
    }
}
