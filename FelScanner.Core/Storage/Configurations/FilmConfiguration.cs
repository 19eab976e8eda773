using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class FilmConfiguration : IEntityTypeConfiguration<FilmRow>
{
    public void Configure(EntityTypeBuilder<FilmRow> builder)
    {
        builder.ToTable("films");
        builder.HasIndex(row => row.TmdbId);
        builder.HasIndex(row => row.ImdbId);
        builder.HasIndex(row => row.MatchKey);
        builder.HasIndex(row => row.TitleKey);
        builder.HasIndex(row => row.Kind);
    }
}
