using System.Reflection;
using System.Text.RegularExpressions;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Architecture;

/// <summary>The tables in docs/security name tests: each of them exists.</summary>
public sealed partial class SecurityDocsTests
{
    private static readonly Dictionary<string, Type> Types = Assembly.GetExecutingAssembly().GetTypes().Where(type => !type.IsNested).GroupBy(type => type.Name).ToDictionary(group => group.Key, group => group.First());

    [Theory]
    [InlineData("threat-model.md")]
    [InlineData("asvs.md")]
    public void Every_test_that_is_named_exists(string file)
    {
        var rows = File.ReadLines(Path.Combine(Checkout.Root, "docs", "security", file)).Where(line => line.StartsWith('|'));

        var named = rows.Select(row => row.Split('|')[^2]).SelectMany(cell => Name().Matches(cell)).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Exists(name.Split('/')[^1]), name));
    }

    private static bool Exists(string name) => name.Split('.') switch
    {
        [var type] => Types.ContainsKey(type),
        [var type, var method] => Types.TryGetValue(type, out var found) && found.GetMethod(method) is not null,
        _ => false,
    };

    [GeneratedRegex("`([A-Za-z/]+(?:\\.[A-Za-z_]+)?)`", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
