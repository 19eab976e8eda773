using System.Reflection;

namespace FelScanner.Web.Hosting;

/// <summary>What the server knows of itself.</summary>
public sealed class ServerFacts(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public static string Version { get; } =
        typeof(ServerFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public TimeSpan Uptime => time.GetElapsedTime(_start);
}
