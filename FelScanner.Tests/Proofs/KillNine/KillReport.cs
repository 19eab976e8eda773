using System.Globalization;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>What one kill left behind and what became of it. <paramref name="Settled"/> counts from the next start; null when nobody had decided before the kill.</summary>
internal sealed record KillReport(int Number, Kill Kill, bool Hit, string Stage, int Adds, int Completions, int Messages, bool MessageUnknown, TimeSpan Ready, TimeSpan? Settled)
{
    public static string Head => "kill,how,hit,stage,adds,completions,messages,message_unknown,ready_ms,settled_ms";

    /// <summary>The message was with Telegram, but the program died before it could know: only then may a second one be sent.</summary>
    public bool IsRight => Adds == 1 && Completions == 1 && (Messages == 1 || (Messages == 2 && MessageUnknown));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Number},{Kill},{Hit},{Stage},{Adds},{Completions},{Messages},{MessageUnknown},{Ready.TotalMilliseconds:0},{Settled?.TotalMilliseconds:0}");
}
