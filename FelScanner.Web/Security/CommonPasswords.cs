namespace FelScanner.Web.Security;

/// <summary>
/// The passwords that are guessed first: the 3,000 commonest that are long enough for <see cref="Passwords.Shortest"/>, and the names that stand on
/// every page. Read when a password is chosen, and not kept. Source of the list: zxcvbn (Dropbox, MIT licence), as OWASP ASVS 5.0, 6.2.4 asks.
/// </summary>
internal static class CommonPasswords
{
    public const string Fault = "That password is one of those that are tried first. Choose another one: three or four words that do not belong together are easy to remember.";

    private const string List = "FelScanner.Web.Security.common-passwords.txt";

    /// <summary>Also true for the user's or the program's name with nothing but digits and signs around it. Capitals make no difference.</summary>
    public static bool Holds(string password, string userName)
    {
        var word = Letters(password);
        return Is(word, "felscanner") || Is(word, Letters(userName)) || Is(password, userName.Trim()) || Listed(password);
    }

    private static bool Listed(string password)
    {
        using var lines = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(List)!);
        while (lines.ReadLine() is { } common)
        {
            if (Is(password, common))
                return true;
        }

        return false;
    }

    private static bool Is(string password, string word) => word.Length > 0 && password.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text)
    {
        var first = 0;
        var end = text.Length;
        while (first < end && !char.IsLetter(text[first]))
            first++;
        while (end > first && !char.IsLetter(text[end - 1]))
            end--;
        return text[first..end];
    }
}
