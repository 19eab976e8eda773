using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>Every shape of the API: snake_case, UTC times, nulls written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(UtcTime)])]
[JsonSerializable(typeof(StatusShape))]
[JsonSerializable(typeof(IReadOnlyList<FindingShape>))]
[JsonSerializable(typeof(PageShape<ReleaseShape>))]
[JsonSerializable(typeof(PageShape<HistoryShape>))]
[JsonSerializable(typeof(PageShape<FilmShape>))]
[JsonSerializable(typeof(IReadOnlyList<FilmShape>))]
[JsonSerializable(typeof(IAsyncEnumerable<FilmShape>))]
[JsonSerializable(typeof(IReadOnlyList<PendingShape>))]
[JsonSerializable(typeof(IReadOnlyList<ActiveShape>))]
[JsonSerializable(typeof(IReadOnlyList<JobShape>))]
[JsonSerializable(typeof(JobRunShape))]
[JsonSerializable(typeof(EarlierBody))]
[JsonSerializable(typeof(TakenOverShape))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(DecisionShape))]
[JsonSerializable(typeof(ReleaseBody))]
[JsonSerializable(typeof(TakenShape))]
[JsonSerializable(typeof(AntiforgeryShape))]
[JsonSerializable(typeof(IReadOnlyList<SessionShape>))]
[JsonSerializable(typeof(IReadOnlyList<ApiKeyShape>))]
[JsonSerializable(typeof(NewApiKeyShape))]
[JsonSerializable(typeof(NewApiKeyBody))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(NewPasswordBody))]
[JsonSerializable(typeof(KeyShape))]
[JsonSerializable(typeof(WebhookAddressShape))]
[JsonSerializable(typeof(RevokedShape))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
[JsonSerializable(typeof(string))]
internal sealed partial class ApiJson : JsonSerializerContext;
