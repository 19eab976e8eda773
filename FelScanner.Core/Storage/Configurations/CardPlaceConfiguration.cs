using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FelScanner.Core.Storage.Configurations;

internal sealed class CardPlaceConfiguration : IEntityTypeConfiguration<CardPlaceRow>
{
    public void Configure(EntityTypeBuilder<CardPlaceRow> builder)
    {
        builder.ToTable("card_places");
        builder.HasKey(row => new { row.CardId, row.ChatId });
    }
}
