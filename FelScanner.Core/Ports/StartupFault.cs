namespace FelScanner.Core.Ports;

/// <summary>The program cannot start (or restore) as things are: one sentence that names the remedy.</summary>
public sealed class StartupFault(string sentence, Exception? inner = null) : Exception(sentence, inner);
