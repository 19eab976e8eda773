using FelScanner.Core.Settings;
using FelScanner.Web.Live.Settings;

namespace FelScanner.Tests.Web.Live;

public sealed class SettingTabsTests
{
    /// <summary>The API key is shown and renewed by a panel of its own, never typed.</summary>
    private const string ApiKey = "api_key";

    public static TheoryData<string> Keys => [.. SettingsCatalogue.All.Select(key => key.Name).Where(name => name != ApiKey)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_stands_on_exactly_one_tab(string key) => Assert.Single(SettingTabs.All, tab => tab.Keys.Contains(key));

    [Fact]
    public void No_tab_shows_a_setting_that_does_not_exist() =>
        Assert.DoesNotContain(SettingTabs.All.SelectMany(tab => tab.Keys), key => SettingsCatalogue.Find(key) is null);
}
