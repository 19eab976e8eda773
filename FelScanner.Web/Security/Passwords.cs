using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FelScanner.Web.Security;

/// <summary>Hashes and checks the owner's password: PBKDF2 with HMAC-SHA512, 210,000 rounds (OWASP Password Storage Cheat Sheet).</summary>
internal sealed class Passwords
{
    public const int Shortest = 8;

    // Longer ones only cost the hash time.
    public const int Longest = 256;

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly Lazy<string> _nobody;

    public Passwords() => _nobody = new Lazy<string>(() => Hash(Guid.NewGuid().ToString()));

    public string Hash(string password) => _hasher.HashPassword(this, password);

    /// <summary>With no hash (nobody has that name) the time is spent all the same, so that names cannot be told apart by it.</summary>
    public bool Matches(string? hash, string password) =>
        password.Length <= Longest
        && _hasher.VerifyHashedPassword(this, hash ?? _nobody.Value, password) != PasswordVerificationResult.Failed
        && hash is not null;
}
