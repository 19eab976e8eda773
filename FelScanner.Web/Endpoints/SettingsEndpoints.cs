using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>The settings: all, the rules, and each service's group with its test. A set secret reads as eight stars; posting them back leaves it.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", (ISettings settings) => settings.Show()).WithTags("Settings").WithSummary("Every setting.");
        api.MapPost("/settings", (Dictionary<string, JsonElement> body, ISettings settings, CancellationToken cancellationToken) =>
            SaveAsync(body, null, settings, cancellationToken)).Produces<IReadOnlyDictionary<string, JsonElement>>().ProducesProblem(400).WithTags("Settings").WithSummary("Merges the keys sent. With a bad value nothing is saved.");
        api.MapPost("/settings/import", ImportAsync).Produces<TakenOverShape>().ProducesProblem(400)
            .WithTags("Settings").WithSummary("Takes over an earlier FELScanner's settings; save: false only looks.");
        MapGroup(api, "/settings/notifications", SettingsGroups.Notifications, "Notification rules");
        foreach (var service in SettingsGroups.Services)
        {
            MapGroup(api, $"/{service}/settings", service, service);
            api.MapPost($"/{service}/test-connection", (HttpContext context, ISettings settings, CheckConnections check, CancellationToken cancellationToken) =>
                TestAsync(service, context, settings, check, cancellationToken))
                .Accepts<Dictionary<string, JsonElement>>(isOptional: true, "application/json").Produces<JsonObject>()
                .WithTags("Connections").WithSummary($"Tests {service} once with the values sent over the saved ones; saves nothing.");
        }
    }

    private static void MapGroup(IEndpointRouteBuilder api, string path, string group, string name)
    {
        api.MapGet(path, (ISettings settings) => settings.Show(SettingsGroups.KeysOf(group))).WithTags("Settings").WithSummary($"{name}: the keys of this group.");
        api.MapPost(path, (Dictionary<string, JsonElement> body, ISettings settings, CancellationToken cancellationToken) =>
            SaveAsync(body, group, settings, cancellationToken)).Produces<IReadOnlyDictionary<string, JsonElement>>().ProducesProblem(400).WithTags("Settings").WithSummary($"{name}: merges the keys sent.");
    }

    private static async Task<IResult> ImportAsync(EarlierBody body, TakeOverSettings takeOver, CancellationToken cancellationToken)
    {
        try
        {
            var taken = await takeOver.RunAsync(body.Text ?? "", body.Save, cancellationToken).ConfigureAwait(false);
            return Results.Json(new TakenOverShape(taken.Taken, taken.Left, taken.Saved), ApiJson.Default.TakenOverShape);
        }
        catch (FormatException none)
        {
            return Problems.Result(StatusCodes.Status400BadRequest, $"Nothing was taken. {none.Message}");
        }
    }

    private static async Task<IResult> SaveAsync(Dictionary<string, JsonElement> body, string? group, ISettings settings, CancellationToken cancellationToken)
    {
        if (group is not null && body.Keys.Except(SettingsGroups.KeysOf(group)).ToList() is { Count: > 0 } strangers)
            return Refused(strangers.ToDictionary(key => key, IReadOnlyList<string> (key) => [$"{key} is no key of this group: post it to /api/settings."]));
        var saved = await settings.SaveAsync(body, cancellationToken).ConfigureAwait(false);
        return saved.IsValid
            ? Results.Json(settings.Show(group is null ? null : SettingsGroups.KeysOf(group)), ApiJson.Default.IReadOnlyDictionaryStringJsonElement)
            : Refused(saved.Errors);
    }

    private static IResult Refused(IReadOnlyDictionary<string, IReadOnlyList<string>> errors) => Problems.Result(
        StatusCodes.Status400BadRequest,
        $"Nothing was saved. {string.Join(" ", errors.Values.SelectMany(sentences => sentences).Take(3))}",
        new Dictionary<string, object?> { ["errors"] = errors });

    private static async Task<IResult> TestAsync(string service, HttpContext context, ISettings settings, CheckConnections check, CancellationToken cancellationToken)
    {
        var preview = settings.Preview(await OptionalBodyAsync(context, cancellationToken).ConfigureAwait(false));
        if (!preview.IsValid)
            return Answer(ConnectionShape.FailedTest(preview.Errors.Values.First()[0], "Correct the value and test again."));
        var report = await check.TestAsync(service, preview.Settings, cancellationToken).ConfigureAwait(false);
        return Answer(report is null ? ConnectionShape.FailedTest($"{service} cannot be tested.", "Restart FelScanner.") : ConnectionShape.TestOf(report));
    }

    private static IResult Answer(JsonObject answer) => Results.Json(answer, ApiJson.Default.JsonObject);

    /// <summary>A test of the saved values needs no body.</summary>
    private static async Task<IReadOnlyDictionary<string, JsonElement>> OptionalBodyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength is 0 || (context.Request.ContentLength is null && !context.Request.Headers.TransferEncoding.Contains("chunked")))
            return new Dictionary<string, JsonElement>();
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, ApiJson.Default.DictionaryStringJsonElement, cancellationToken).ConfigureAwait(false)
                ?? new Dictionary<string, JsonElement>();
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The body is not valid JSON.", fault);
        }
    }
}
