namespace FelScanner.Web.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int BadArguments = 2;
}
