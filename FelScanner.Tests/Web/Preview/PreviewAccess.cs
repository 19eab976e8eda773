using FelScanner.Core.Ports;
using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Two browsers and a key, in memory.</summary>
internal sealed class PreviewAccess(DateTimeOffset now) : IAccessActions
{
    private List<SignedInBrowser> _browsers =
    [
        new("one", "Firefox on Linux", "127.0.0.1", now.AddDays(-3), now, true),
        new("two", "Safari on an iPhone", "127.0.0.1", now.AddDays(-40), now.AddHours(-5), false),
    ];

    private readonly List<ApiKeyRow> _keys = [new(1, "Homepage", "", ApiKeyScope.Read, now.AddDays(-20), now.AddMinutes(-4))];

    public Task<AccessView> ViewAsync(CancellationToken cancellationToken) => Task.FromResult(new AccessView([.. _browsers], [.. _keys], true));

    public Task<ActionOutcome> SignOutAsync(string browserId, CancellationToken cancellationToken)
    {
        _browsers = [.. _browsers.Where(one => one.Id != browserId)];
        return Task.FromResult(ActionOutcome.Done("Signed out."));
    }

    public Task<ActionOutcome> SignOutOthersAsync(CancellationToken cancellationToken)
    {
        _browsers = [.. _browsers.Where(one => one.IsThis)];
        return Task.FromResult(ActionOutcome.Done("One other browser is signed out."));
    }

    public Task<KeyMade> AddKeyAsync(string name, ApiKeyScope scope, CancellationToken cancellationToken)
    {
        _keys.Add(new ApiKeyRow(_keys.Count + 1, name, "", scope, now));
        return Task.FromResult(new KeyMade(ActionOutcome.Done($"The key for {name} is made."), "kjh34f8sdkjh34f8sdkjh34f8sd"));
    }

    public Task<ActionOutcome> EndKeyAsync(long id, CancellationToken cancellationToken)
    {
        _keys.RemoveAll(key => key.Id == id);
        return Task.FromResult(ActionOutcome.Done("That key opens nothing any more."));
    }

    public Task<ActionOutcome> ChangePasswordAsync(string before, string after, CancellationToken cancellationToken) =>
        Task.FromResult(before == "right" ? ActionOutcome.Done("The password is changed.") : new ActionOutcome(OutcomeKind.Failed, "The password you have now is not that one.", "Nothing was changed."));
}
