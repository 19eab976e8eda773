using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Boards;
using FelScanner.Core.Workflow.Health;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow.Health;

/// <summary>Findings, an outbox, a notebook and a clock to turn, over a real database.</summary>
internal sealed class HealthBench : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly EventBus _bus = new();
    private TellFindings _tell;

    private HealthBench(TestDatabase database, ManualTime time)
    {
        (_database, Time) = (database, time);
        Settings = new FixedSettings(new FelSettings { Telegram = new TelegramSettings { Token = new Secret("1:a"), ChatId = "7" } });
        Findings = new Findings(_bus, time);
        _tell = Teller();
    }

    public ManualTime Time { get; }

    public FixedSettings Settings { get; }

    public Findings Findings { get; private set; }

    public static async Task<HealthBench> CreateAsync()
    {
        var time = new ManualTime();
        return new HealthBench(await TestDatabase.CreateAsync(time), time);
    }

    public void Raise(string id = "plex.down", FindingSeverity severity = FindingSeverity.Error) => Findings.Raise(id, severity, "Plex is down.", "Start it.", "/settings/connections");

    /// <summary>One turn of the loop after this long.</summary>
    public async Task AfterAsync(double minutes)
    {
        Time.Advance(TimeSpan.FromMinutes(minutes));
        await _tell.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the chat would be told, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync() =>
        [.. (await _database.Outbox.DueAsync(Time.GetUtcNow(), 50, TestContext.Current.CancellationToken)).Select(row => row.Item.Payload!)];

    /// <summary>The program starts again: what is only in memory is gone.</summary>
    public void Restart()
    {
        Findings = new Findings(_bus, Time);
        _tell = Teller();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private TellFindings Teller() => new(Findings, _database.Outbox, _database.Activity, new EpisodeBook(_database.Notebook, Findings), new TellingTools(Settings, _bus, Time));
}
