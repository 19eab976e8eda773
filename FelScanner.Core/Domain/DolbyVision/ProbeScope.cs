namespace FelScanner.Core.Domain.DolbyVision;

/// <summary>How much of the file may be read: all of it, or only the bytes at its head that a running download has written.</summary>
/// <param name="HeadBytes">Bytes readable from offset 0; null means the whole file. A sparse file's size says nothing about what is there, so the caller has to know.</param>
public readonly record struct ProbeScope(long? HeadBytes)
{
    public static ProbeScope WholeFile => default;

    /// <summary>Only the first <paramref name="bytes"/> bytes are there: MEL is then "so far" and never proven.</summary>
    public static ProbeScope Head(long bytes) => new(Math.Max(0, bytes));

    internal bool IsHead => HeadBytes is not null;
}
