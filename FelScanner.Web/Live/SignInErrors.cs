namespace FelScanner.Web.Live;

/// <summary>The sentences behind the codes that <c>/login</c> and <c>/setup</c> are sent back with.</summary>
public static class SignInErrors
{
    public static string? Say(string? code) => code switch
    {
        null or "" => null,
        "wrong" => "User name or password is wrong.",
        "throttled" => "Too many wrong passwords. Wait a minute, then try again.",
        "missing" => "Fill in both fields.",
        "weak" => "The password needs at least 8 characters.",
        "expired" => "The form was too old. Try again.",
        "closed" => "The account has been created already. Sign in.",
        _ => "That did not work. Try again.",
    };
}
