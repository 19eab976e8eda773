namespace FelScanner.Web.Live;

/// <summary>What the navigation shows on every page.</summary>
public sealed record NavView(int Waiting, bool Trouble, DateTimeOffset? NextCheck, bool CheckRuns, bool ChecksPaused, DateTimeOffset? LibraryReadAt);
