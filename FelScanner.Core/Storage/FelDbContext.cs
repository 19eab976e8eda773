using System.Text.Json;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>felscanner.db. Table and column names are snake_case, times fixed-width UTC text.</summary>
internal sealed class FelDbContext(DbContextOptions<FelDbContext> options) : DbContext(options)
{
    public DbSet<RequestRow> Requests => Set<RequestRow>();
    public DbSet<HistoryEntryRow> History => Set<HistoryEntryRow>();
    public DbSet<OutboxEntryRow> Outbox => Set<OutboxEntryRow>();
    public DbSet<CardPlaceRow> CardPlaces => Set<CardPlaceRow>();
    public DbSet<ActivityRow> Activity => Set<ActivityRow>();
    public DbSet<NoteRow> Notes => Set<NoteRow>();
    public DbSet<ScanRow> Scans => Set<ScanRow>();
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();
    public DbSet<JudgementRow> Judgements => Set<JudgementRow>();
    public DbSet<FilmRow> Films => Set<FilmRow>();
    public DbSet<FilmItemRow> FilmItems => Set<FilmItemRow>();
    public DbSet<CopyRow> Copies => Set<CopyRow>();
    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();
    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<SessionEntryRow> Sessions => Set<SessionEntryRow>();
    public DbSet<ApiKeyEntryRow> ApiKeys => Set<ApiKeyEntryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FelDbContext).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }
}
