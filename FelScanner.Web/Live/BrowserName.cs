namespace FelScanner.Web.Live;

/// <summary>A browser in the words of its owner, from what it calls itself: "Safari on an iPhone".</summary>
public static class BrowserName
{
    // The order counts: Edge and Opera call themselves Chrome, and Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Programs =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Machines =
        [("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent))
            return "Unknown browser";
        var program = Programs.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        var machine = Machines.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        return (program, machine) switch
        {
            (null, null) => agent.Split('/', ' ')[0],
            (null, _) => $"A browser on {machine}",
            (_, null) => program,
            _ => $"{program} on {machine}",
        };
    }
}
