using System.Security.Claims;

namespace FelScanner.Web.Security;

public enum PersonKind
{
    /// <summary>The owner, signed in by the browser.</summary>
    Owner,

    /// <summary>A program with an API key.</summary>
    Key,

    /// <summary>Whoever looks at the demo.</summary>
    Demo,
}

/// <summary>Who asks. <paramref name="Name"/> is for people ("anna", "API key phone"); <paramref name="SessionId"/>, a digest, only for a signed-in browser.</summary>
public sealed record Person(string Name, PersonKind Kind, bool MayWrite, string? SessionId)
{
    internal const string Scheme = "FelScanner";
    private const string KindClaim = "felscanner:kind";
    private const string AccessClaim = "felscanner:access";
    private const string SessionClaim = "felscanner:session";

    /// <summary>Where a decision of this person was made: "web" or "api".</summary>
    public string Where => Kind == PersonKind.Key ? "api" : "web";

    /// <summary>May use the pages and their live connection.</summary>
    public bool MayBrowse => Kind != PersonKind.Key;

    public ClaimsPrincipal ToPrincipal()
    {
        List<Claim> claims = [new(ClaimTypes.Name, Name), new(ClaimTypes.NameIdentifier, $"{Kind}:{Name}"), new(KindClaim, Kind.ToString()), new(AccessClaim, MayWrite ? "full" : "read")];
        if (SessionId is { } session)
            claims.Add(new Claim(SessionClaim, session));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    /// <summary>Null for an anonymous caller.</summary>
    public static Person? Of(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true, Name: { } name } && Enum.TryParse<PersonKind>(principal.FindFirstValue(KindClaim), out var kind)
            ? new Person(name, kind, principal.FindFirstValue(AccessClaim) == "full", principal.FindFirstValue(SessionClaim))
            : null;
}
