using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FelScanner.Core.Storage;

/// <summary>A moment as fixed-width UTC text ("2026-01-31T12:00:00.000Z"), which sorts and compares as text.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(moment => Write(moment), text => Read(text))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
