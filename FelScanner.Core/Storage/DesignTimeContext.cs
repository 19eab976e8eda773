using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FelScanner.Core.Storage;

/// <summary>How <c>dotnet ef</c> gets a context: no folder, no service, no file is touched.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<FelDbContext>
{
    public FelDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<FelDbContext>().UseSqlite("Data Source=:memory:").Options);
}
