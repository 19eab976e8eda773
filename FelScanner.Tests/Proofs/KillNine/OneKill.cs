using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>One release from the feed to the end, and one death on its way.</summary>
internal sealed class OneKill(HouseUnderKill house, int number, Kill kill)
{
    private readonly string _title = HouseUnderKill.TitleOf(number);
    private string _hash = "";
    private bool _decided;
    private string? _unanswered;
    private bool _diesAgain = kill is Kill.WhileStarting;
    private int _unknown;
    private int _told;

    public async Task<KillReport> RunAsync()
    {
        var release = Publish();
        var dying = DieAsync();
        await LiveAsync();
        var (hit, stage) = await BuryAsync(dying);
        Inquest();
        await RiseAsync();
        var ready = house.Program.Age.Elapsed;
        if (_unanswered is { } asked)
            _decided = !await house.IsOpenAsync(asked);
        var decidedBefore = _decided;
        await LiveAsync();
        var settled = house.Program.Age.Elapsed;
        var history = await house.HistoryAsync(_title);
        return new KillReport(
            number, kill, hit, stage, house.QBittorrent.AddCount(release), history.Count(row => (string?)row["status"] == "completed"), house.Messages(_title).Count,
            _unknown, ready, decidedBefore ? settled : null);
    }

    private string Publish()
    {
        var film = house.World.Household.World.Films.Single(f => f.Title == _title);
        if (kill is Kill.WhileAccepted)
            house.QBittorrent.Faults.Next("torrents/add", new Fault.TimeoutAfterEffect());
        if (kill is Kill.AtPoint point)
            house.Program.Arm(point.Moment);
        return _hash = house.World.Household.Tracker.HashOf(house.World.FelRelease(film));
    }

    /// <summary>The people and the clock: what is done again and again until it is done. Ends early when the program dies.</summary>
    private async Task LiveAsync()
    {
        await house.RunAsync("check-feeds");
        if (!_decided && await house.OfferAsync(_title) is { } offer)
            await DecideAsync(offer);
        if (_decided)
            await house.ToldAsync(_title);
    }

    /// <summary>Two in three press in the chat; a press is never repeated. Whoever asked the API and got no answer asks again while the request is still open.</summary>
    private async Task DecideAsync(SimMessage offer)
    {
        var yes = offer.Buttons[0][0].Data!;
        if (number % 3 == 1)
        {
            _decided = await house.ApproveAsync(yes["dl_yes_".Length..]);
            _unanswered = _decided ? null : yes["dl_yes_".Length..];
            return;
        }

        _decided = true;
        house.Telegram.Press(offer.Id, yes);
        if (kill is Kill.WhileStarting)
            house.Program.Kill();
    }

    /// <summary>Brings the death that does not come from inside.</summary>
    private async Task DieAsync()
    {
        if (kill is Kill.AtRandom random)
            await Task.Delay(random.After, TestContext.Current.CancellationToken);
        else if (kill is Kill.WhileAccepted accepted)
            await AcceptedAsync(accepted.After);
        else
            return;
        house.Program.Kill();
    }

    private async Task AcceptedAsync(TimeSpan after)
    {
        await Eventually.BecomesAsync("qBittorrent has it", TimeSpan.FromSeconds(90), () => Task.FromResult(house.QBittorrent.AddCount(_hash) > 0 ? this : null));
        await Task.Delay(after, TestContext.Current.CancellationToken);
    }

    /// <summary>Dead for certain, and where the request stood. A moment that never came is noted, and the program is killed as it is.</summary>
    private async Task<(bool Hit, string Stage)> BuryAsync(Task dying)
    {
        await dying;
        var hit = await house.Program.IsDyingAsync();
        house.Program.Kill();
        await house.Program.GoneAsync();
        house.QBittorrent.Faults.Clear();
        return (hit, $"{(house.Messages(_title).Count == 0 ? "unasked" : _decided ? "decided" : "asked")}{(house.QBittorrent.AddCount(_hash) > 0 ? " added" : "")}");
    }

    /// <summary>Whether this death came between Telegram's taking a message and the program's learning its number.</summary>
    private void Inquest()
    {
        var (known, told) = (house.KnownMessage(_title), house.Messages(_title));
        _unknown += told.Skip(_told).Any(m => m.Id != known) ? 1 : 0;
        _told = told.Count;
    }

    private async Task RiseAsync()
    {
        house.Program.Begin();
        if (_diesAgain && kill is Kill.WhileStarting starting)
        {
            _diesAgain = false;
            await Task.Delay(starting.After, TestContext.Current.CancellationToken);
            house.Program.Kill();
            await house.Program.GoneAsync();
            Inquest();
            house.Program.Begin();
        }

        await house.Program.ReadyAsync();
    }
}
