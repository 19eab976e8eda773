namespace FelScanner.Web.Live.Actions;

/// <summary>Registers what the pages ask of the workflow.</summary>
internal static class ActionServices
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<IRequestActions, RequestActions>()
        .AddSingleton<IReleaseActions, ReleaseActions>()
        .AddSingleton<ILibraryActions, LibraryActions>()
        .AddSingleton<ILibraryView, LibraryView>()
        .AddSingleton<JobActions>()
        .AddSingleton<IJobActions>(all => all.GetRequiredService<JobActions>())
        .AddSingleton<IJobsView>(all => all.GetRequiredService<JobActions>())
        .AddSingleton<IFeedsView, FeedsView>()
        .AddScoped<IAccessActions, AccessActions>()
        .AddSingleton<OwnerActions>()
        .AddSingleton<ISettingsActions, SettingsActions>()
        .AddSingleton<ISpaceView, SpaceView>();
}
