using System.Globalization;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>What one kill left behind and what became of it. <paramref name="Settled"/> counts from the next start; null when nobody had decided before the kill.</summary>
internal sealed record KillReport(int Number, Kill Kill, bool Hit, string Stage, int Adds, int Completions, int Messages, int MessagesUnknown, TimeSpan Ready, TimeSpan? Settled)
{
    public static string Head => "kill,how,hit,stage,adds,completions,messages,messages_unknown,ready_ms,settled_ms";

    /// <summary>The message was with Telegram, but the program died before it could know: only then may one more be sent, for each such death.</summary>
    public bool IsRight => Adds == 1 && Completions == 1 && Messages is > 0 and var messages && messages <= 1 + MessagesUnknown;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Number},{Kill},{Hit},{Stage},{Adds},{Completions},{Messages},{MessagesUnknown},{Ready.TotalMilliseconds:0},{Settled?.TotalMilliseconds:0}");
}
