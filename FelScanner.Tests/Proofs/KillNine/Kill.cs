using FelScanner.Web.Hosting.Failpoints;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>How one process dies.</summary>
internal abstract record Kill
{
    private Kill()
    {
    }

    /// <summary>At a named moment of its own.</summary>
    public sealed record AtPoint(string Moment) : Kill
    {
        public override string ToString() => Moment;
    }

    /// <summary>So long after the release was published, wherever it is then.</summary>
    public sealed record AtRandom(TimeSpan After) : Kill
    {
        public override string ToString() => "at random";
    }

    /// <summary>qBittorrent has accepted the torrent and will never answer: so long after that.</summary>
    public sealed record WhileAccepted(TimeSpan After) : Kill
    {
        public override string ToString() => "accepted without an answer";
    }

    /// <summary>At the press, and again so long after the next start.</summary>
    public sealed record WhileStarting(TimeSpan After) : Kill
    {
        public override string ToString() => "while it starts";
    }

    /// <summary>Every named moment in turn, and between two of them one of the other ways.</summary>
    public static IEnumerable<Kill> Plan(int count, int seed)
    {
        var random = new Random(seed);
        string[] moments = [.. Failpoints.All.SelectMany(point => (string[])[$"before-{point.Name}", $"after-{point.Name}"])];
        for (var number = 0; number < count; number++)
            yield return (number % 3, number % 9) switch
            {
                (2, 2) => new WhileAccepted(TimeSpan.FromMilliseconds(random.Next(0, 800))),
                (2, 5) => new WhileStarting(TimeSpan.FromMilliseconds(random.Next(0, 4000))),
                (2, _) => new AtRandom(TimeSpan.FromMilliseconds(random.Next(0, 6000))),
                _ => new AtPoint(moments[(number - (number / 3)) % moments.Length]),
            };
    }
}
