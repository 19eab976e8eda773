namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>An earlier program's settings file as it is. <c>Save</c> false: only look.</summary>
internal sealed record EarlierBody(string? Text, bool Save = true);

internal sealed record TakenOverShape(IReadOnlyList<string> Taken, IReadOnlyList<string> Left, bool Saved);
