namespace FelScanner.Core.Clients.Http;

/// <summary>How long one call may take: each try, all tries together, and how often a GET is tried again.</summary>
internal sealed record Patience(TimeSpan Try, TimeSpan Total, int Retries)
{
    public static readonly HttpRequestOptionsKey<Patience> Key = new("felscanner.patience");

    public static readonly HttpRequestOptionsKey<long> LimitKey = new("felscanner.limit");

    /// <summary>Small reads from a service at home.</summary>
    public static Patience Normal { get; } = Seconds(10, 25, 2);

    /// <summary>Reads that are large, or whose caller has its own way to try again.</summary>
    public static Patience Large { get; } = Seconds(30, 30, 0);

    /// <summary>A whole list, streamed: the time until it begins, and until it has ended.</summary>
    public static Patience List { get; } = Seconds(60, 120, 1);

    /// <summary>Writes: never repeated by themselves.</summary>
    public static Patience Once { get; } = Seconds(15, 15, 0);

    /// <summary>Reads of feeds: a failure is answered with a longer pause, not with a second request.</summary>
    public static Patience Feed { get; } = Seconds(30, 30, 0);

    public static Patience Test { get; } = Seconds(8, 8, 0);

    public static Patience Seconds(double each, double total, int retries) =>
        new(TimeSpan.FromSeconds(each), TimeSpan.FromSeconds(total), retries);
}
