namespace FelScanner.Web.Live;

/// <summary>The person at this tab: name and time zone, as the browser tells it.</summary>
public sealed class Viewer
{
    public string Name { get; private set; } = "you";

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public event Action? Changed;

    public void CallMe(string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
            Name = name;
    }

    /// <summary>An unknown zone leaves UTC.</summary>
    public void LiveIn(string? ianaZone)
    {
        if (ianaZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(ianaZone, out var zone) || zone.Equals(Zone))
            return;
        Zone = zone;
        Changed?.Invoke();
    }

    public DateTimeOffset Here(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
