using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<ReleaseRow>
{
    public void Configure(EntityTypeBuilder<ReleaseRow> builder)
    {
        builder.ToTable("releases");
        builder.Property(row => row.Verdict).HasConversion<string>();
        builder.HasOne(row => row.Judgement).WithOne().HasForeignKey<JudgementRow>(row => row.ReleaseId);
        builder.HasIndex(row => row.InfoHash);
        builder.HasIndex(row => new { row.Feed, row.FeedId });
        builder.HasIndex(row => row.NameKey);
        builder.HasIndex(row => new { row.Verdict, row.Available, row.FirstSeen });
        builder.HasIndex(row => row.FilmId);
        builder.HasIndex(row => row.Available).HasFilter("available = 1");
        builder.HasIndex(row => row.JudgedAt).HasFilter("judge_again = 1").HasDatabaseName("IX_releases_waiting");
    }
}
