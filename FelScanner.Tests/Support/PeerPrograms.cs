using System.Net;
using System.Net.Sockets;

namespace FelScanner.Tests.Support;

/// <summary>Programs of other people that peer tests run against.</summary>
internal static class PeerPrograms
{
    /// <summary>The program's path; without it the test is skipped, or fails where FELSCANNER_REQUIRE_PEERS=1 demands every peer.</summary>
    public static string Require(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (found is not null)
            return found;
        if (Environment.GetEnvironmentVariable("FELSCANNER_REQUIRE_PEERS") == "1")
            Assert.Fail($"{name} is not installed, and every peer is required.");
        Assert.Skip($"{name} is not installed.");
        return "";
    }

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
