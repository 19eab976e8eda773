namespace FelScanner.Web.Endpoints;

/// <summary>Reads a body up to a limit, whatever its Content-Length says.</summary>
internal static class BoundedBody
{
    /// <summary>Null when it is larger.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int most, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > most)
            return null;
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}
