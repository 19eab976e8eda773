namespace FelScanner.Core.Ports;

/// <summary>
/// The database could not be used: what happened in one sentence, and what a person can do. Nothing of the step is stored, so whoever asked may
/// ask again; a press in the chat comes again by itself. Caught where a <see cref="ServiceFault"/> is told, but by no step of the workflow.
/// </summary>
public sealed class StorageFault(string what, string remedy, Exception inner) : Exception($"{what} {remedy}", inner)
{
    /// <summary>The finding that stands while nothing can be stored.</summary>
    public const string Finding = "database.down";

    public string What { get; } = what;

    public string Remedy { get; } = remedy;
}
