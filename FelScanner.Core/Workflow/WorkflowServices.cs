using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Boards;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Core.Workflow;

/// <summary>Registers the verbs. Each is one sentence of the README.</summary>
public static class WorkflowServices
{
    public static IServiceCollection AddFelWorkflow(this IServiceCollection services) => services
        .AddSingleton<IEventBus, EventBus>()
        .AddSingleton<IFindings, Findings>()
        .AddSingleton<IConnectionBoard, ConnectionBoard>()
        .AddSingleton<IDownloadBoard, DownloadBoard>()
        .AddTools()
        .AddSingleton<CheckConnections>()
        .AddSingleton<ScanLibrary>()
        .AddSingleton<CheckFeeds>()
        .AddSingleton<FeedDiary>()
        .AddSingleton<FeedReports>()
        .AddSingleton<JudgeRelease>()
        .AddSingleton<JudgeAgain>()
        .AddSingleton<TakeRelease>()
        .AddSingleton<PickRelease>()
        .AddSingleton<SearchFeeds>()
        .AddSingleton<OfferUpgrade>()
        .AddSingleton<DecideRequest>()
        .AddSingleton<NeverAgain>()
        .AddSingleton<StartDownload>()
        .AddSingleton<FetchTorrent>()
        .AddSingleton<HandToQBittorrent>()
        .AddSingleton<StopDownload>()
        .AddSingleton<TrackDownloads>()
        .AddSingleton<FollowDownloads>()
        .AddSingleton<FinishDownload>()
        .AddSingleton<TellLibraries>()
        .AddSingleton<ProbeArrival>()
        .AddSingleton<ProbeHeads>()
        .AddSingleton<ExpireRequests>()
        .AddSingleton<DeliverMessages>()
        .AddSingleton<DeliverCard>()
        .AddSingleton<FindPoster>()
        .AddSingleton<HandleChatUpdate>()
        .AddSingleton<PressButton>()
        .AddSingleton<ChatCommands>()
        .AddSingleton<ProbeFiles>()
        .AddSingleton<MarkCopy>()
        .AddSingleton<SettingsEffects>()
        .AddSingleton<KeepCollections>()
        .AddSingleton<BrowseLibrary>()
        .AddSingleton<TryName>()
        .AddSingleton<ShowEffect>()
        .AddSingleton<CheckPaths>()
        .AddSingleton<BackUp>();

    private static IServiceCollection AddTools(this IServiceCollection services) => services
        .AddSingleton<FilmShelf>()
        .AddSingleton<RadarrShelf>()
        .AddSingleton<MeasureSpace>()
        .AddSingleton<RequestDoor>()
        .AddSingleton<Arrivals>()
        .AddSingleton<BeginSoon>()
        .AddSingleton<OfferLimits>()
        .AddSingleton<JudgingTools>()
        .AddSingleton<ScanTools>()
        .AddSingleton<FollowTools>()
        .AddSingleton<FinishTools>()
        .AddSingleton<DeliveryTools>()
        .AddSingleton<CardTools>()
        .AddSingleton<ChatTools>();
}
