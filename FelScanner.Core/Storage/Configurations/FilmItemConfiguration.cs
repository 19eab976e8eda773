using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class FilmItemConfiguration : IEntityTypeConfiguration<FilmItemRow>
{
    public void Configure(EntityTypeBuilder<FilmItemRow> builder)
    {
        builder.ToTable("film_items");
        builder.HasKey(row => row.PlexKey);
        builder.HasOne(row => row.Film).WithMany(film => film.Items).HasForeignKey(row => row.FilmId);
        builder.HasMany(row => row.Copies).WithOne().HasForeignKey(copy => copy.PlexKey);
    }
}
