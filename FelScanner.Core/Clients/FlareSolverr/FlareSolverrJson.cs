using System.Text.Json.Serialization;
using FelScanner.Core.Clients.Http;

namespace FelScanner.Core.Clients.FlareSolverr;

internal sealed record SolveJson(string Cmd, string Url, int MaxTimeout, IReadOnlyList<SolverCookieJson> Cookies);

internal sealed record SolverCookieJson(string? Name, string? Value);

internal sealed record SolvedJson(string? Status, string? Message, SolutionJson? Solution);

internal sealed record SolutionJson(string? Url, int? Status, string? Response, IReadOnlyList<SolverCookieJson>? Cookies, string? UserAgent);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(LooseInt)])]
[JsonSerializable(typeof(SolveJson))]
[JsonSerializable(typeof(SolvedJson))]
internal sealed partial class FlareSolverrContext : JsonSerializerContext;
