namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>A generation of qBittorrent's Web API, by what a client notices of it.</summary>
public sealed record QbDialect(string AppVersion, string ApiVersion)
{
    public static QbDialect V431 { get; } = new("v4.3.1", "2.6.2") { HasInfohashV1 = false, IsEarly = true };

    public static QbDialect V43 { get; } = new("v4.3.9", "2.8.2") { HasInfohashV1 = false };

    public static QbDialect V45 { get; } = new("v4.5.2", "2.8.19");

    public static QbDialect V46 { get; } = new("v4.6.7", "2.9.3");

    public static QbDialect V50 { get; } = new("v5.0.3", "2.11.2") { SaysStopped = true };

    public static QbDialect V52 { get; } = new("v5.2.0", "2.15.1") { SaysStopped = true, IsModern = true };

    /// <summary>Since 4.4: infohash_v1 and infohash_v2 beside hash.</summary>
    public bool HasInfohashV1 { get; init; } = true;

    /// <summary>Until 4.3.2: root_folder in place of contentLayout, files without a number, and renamed by their place in the list.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Since 5.0: stop and start, stoppedDL and stoppedUP, in place of pause, resume and paused….</summary>
    public bool SaysStopped { get; init; }

    /// <summary>Since 5.2: a cookie named after the port, 204 for nothing to say, 401 for a wrong password, JSON and 409 from add.</summary>
    public bool IsModern { get; init; }

    public string CookieName(int port) => IsModern ? $"QBT_SID_{port.ToInvariant()}" : "SID";
}
