using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace FelScanner.Core.Settings;

/// <summary>The secret in the address of <c>POST /api/webhooks/{service}/{secret}</c>: made once, kept sealed beside the key ring.</summary>
internal static class IncomingSecret
{
    public const string FileName = "incoming-webhook.sealed";

    public static string Fresh() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));

    /// <summary>The stored secret, or a new one where there is none or its key ring is lost.</summary>
    public static string ReadOrMake(string folder, SecretBox box)
    {
        var file = Path.Combine(folder, FileName);
        if (File.Exists(file) && File.ReadAllText(file).Trim() is var text && SecretBox.IsSealed(text) && box.Open(text) is { } stored)
            return stored;

        var made = Fresh();
        FileWrite.Atomically(file, box.Seal(made));
        return made;
    }
}
