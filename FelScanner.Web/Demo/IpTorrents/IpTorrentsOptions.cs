namespace FelScanner.Web.Demo.IpTorrents;

/// <summary>How the simulated IPTorrents is set up.</summary>
public sealed record IpTorrentsOptions
{
    public string Uid { get; init; } = "1234567";
    public string Pass { get; init; } = "demopass0123456789abcdef";

    /// <summary>The browser that the cookies belong to; "" = any, but one must be named.</summary>
    public string UserAgent { get; init; } = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    /// <summary>The cookie that Cloudflare gave that browser; "" = none is asked for.</summary>
    public string CfClearance { get; init; } = "";
    public string TorrentPass { get; init; } = "d41d8cd98f00b204e9800998ecf8427e";
    public int PageSize { get; init; } = 50;

    /// <summary>True: the list has the column "Sort by files".</summary>
    public bool ShowsFiles { get; init; } = true;
}

/// <summary>What the pages look like today.</summary>
public enum IpTorrentsMood
{
    Usual,

    /// <summary>Cloudflare asks whether the caller is a person, whatever it sends.</summary>
    Challenge,

    /// <summary>The person has chosen no categories: a search without a term finds nothing.</summary>
    NoCategories,

    /// <summary>Categories are written instead of drawn: no link names them.</summary>
    TextCategories,

    /// <summary>The site was redesigned; nothing is where it was.</summary>
    Changed,
}
