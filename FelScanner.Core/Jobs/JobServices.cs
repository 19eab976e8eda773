using FelScanner.Core.Jobs.Loops;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FelScanner.Core.Jobs;

/// <summary>Registers the jobs, their schedules in jobs.db, and the loops.</summary>
public static class JobServices
{
    public static IServiceCollection AddFelJobs(this IServiceCollection services, string dataFolder)
    {
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.Combine(dataFolder, "jobs.db")}");
            store.ProvisionSchema();
            store.UseExecutionHistory();
        }));
        services.AddQuartzExecutionHistory(history => history.MaxEntriesPerJob = 200);
        services.AddSingleton<JobSchedules>().AddHostedService(all => all.GetRequiredService<JobSchedules>());
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.StartDelay = Loop.AfterStart;
        });
        return services
            .AddSingleton<JobCatalogue>()
            .AddSingleton<JobCatalogueMore>()
            .AddSingleton<JobRunner>()
            .AddSingleton<JobHistory>()
            .AddSingleton<JobBoardTools>()
            .AddSingleton<IJobs, JobBoard>()
            .AddHostedService<ChatLoop>()
            .AddHostedService<FollowLoop>()
            .AddHostedService<FinishLoop>()
            .AddHostedService<OutboxLoop>()
            .AddHostedService<BeginLoop>()
            .AddSingleton<PlexLoopTools>()
            .AddHostedService<PlexLoop>()
            .AddHostedService<RescanLoop>()
            .AddHostedService<TidyLoop>()
            .AddHostedService<SettingsLoop>()
            .AddHostedService<HealthLoop>()
            .AddHostedService<ClockLoop>();
    }
}
