namespace Hotline.Functions.Providers;

/// <summary>Reads an answer that may be of any size.</summary>
internal static class BoundedBody
{
    /// <summary>A page of a hundred of the longest texts, every letter escaped, is about a megabyte.</summary>
    public const int Longest = 4 * 1024 * 1024;

    /// <returns>Null when there is more.</returns>
    public static async Task<byte[]?> Read(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > Longest)
            return null;
        await using var from = await content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > Longest)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
