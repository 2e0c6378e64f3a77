using System.Buffers;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// The address of a recording or a picture: http or https, a plain path, and an identifier as its last part, perhaps with a file type. The identifier's
/// fixed length is what keeps the end of the address where the provider put it.
/// </summary>
internal static class MediaAddress
{
    private const int Longest = 500;
    private static readonly SearchValues<byte> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_~:/"u8);

    /// <returns>The identifier's bytes, unchecked; empty when this is no such address.</returns>
    public static ReadOnlySpan<byte> LastPart(ReadOnlySpan<byte> address)
    {
        int scheme = address.StartsWith("https://"u8) ? 8 : address.StartsWith("http://"u8) ? 7 : 0;
        if (scheme == 0 || address.Length > Longest || address.ContainsAnyExcept(Allowed))
            return default;
        int slash = address.LastIndexOf((byte)'/');
        if (slash <= scheme)
            return default;
        var last = address[(slash + 1)..];
        return last.EndsWith(".mp3"u8) || last.EndsWith(".wav"u8) ? last[..^4] : last;
    }
}
