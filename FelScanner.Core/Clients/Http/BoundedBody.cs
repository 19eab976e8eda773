using System.Buffers;

namespace FelScanner.Core.Clients.Http;

/// <summary>The answer is larger than is reasonable, before or after unpacking.</summary>
internal sealed class BodyTooLargeException(long limit) : Exception($"The answer is larger than {limit} bytes.")
{
    public long Limit { get; } = limit;
}

/// <summary>Reads bodies no further than a limit; what is counted is what comes out of the decompression.</summary>
internal static class BoundedBody
{
    public const long Feed = 16L << 20;
    public const long Torrent = 10L << 20;
    public const long Service = 64L << 20;
    public const long Picture = 8L << 20;

    public static async Task<byte[]> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            throw new BodyTooLargeException(limit);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, limit));
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if (whole.Length + read > limit)
                    throw new BodyTooLargeException(limit);
                whole.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return whole.ToArray();
    }
}
