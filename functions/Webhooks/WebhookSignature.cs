using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>
/// X-Twilio-Signature: base64 of HMAC-SHA1, keyed with the account's token, over the public URL and the sorted fields
/// (twilio.com/docs/usage/security; Somleng signs the same way). The signed text has no field boundaries and no time, so a valid signature
/// alone proves little: <see cref="FieldBoundaries"/> and the schema do the rest, and the turn's id stops the replay.
/// </summary>
public static class WebhookSignature
{
    private const int HeaderLength = 28;
    private const int OnStack = 2048;
    private const int KeyOnStack = 256;

    /// <summary>True when any of the tokens signed this URL with this form. The URL is the configured public one and the raw target, never a header's.</summary>
    public static bool IsValid(string url, WebhookForm form, string? header, IReadOnlyList<string> tokens) =>
        IsValid(url, default, form.Signed, header, tokens);

    /// <summary>The variant for JSON bodies: the URL's own bodySHA256 must be the hash of the body, and the URL alone is signed.</summary>
    public static bool IsValidJson(string url, ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> tokens) =>
        HasBodyHash(url, body) && IsValid(url, default, default, header, tokens);

    /// <summary>The same with the URL in two parts: the origin, where a port may be, and the target.</summary>
    internal static bool IsValid(
        ReadOnlySpan<char> origin, ReadOnlySpan<char> target, ReadOnlySpan<byte> signed, string? header, IReadOnlyList<string> tokens)
    {
        if (header is not { Length: HeaderLength })
            return false;
        Span<byte> claimed = stackalloc byte[HeaderLength];
        Encoding.ASCII.GetBytes(header, claimed);

        int most = Encoding.UTF8.GetMaxByteCount(origin.Length + target.Length + UrlPort.MostAdded) + signed.Length;
        byte[]? rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var text = rented is null ? stackalloc byte[OnStack] : rented;
        int length = Write(text, origin, default, default, target, signed);
        bool valid = IsSigned(text[..length], claimed, tokens);
        if (!valid && UrlPort.TryFlip(origin, out var flipped))
        {
            length = Write(text, flipped.Before, flipped.Port, flipped.After, target, signed);
            valid = IsSigned(text[..length], claimed, tokens);
        }

        if (rented is not null)
        {
            rented.AsSpan(0, most).Clear();
            ArrayPool<byte>.Shared.Return(rented);
        }

        return valid;
    }

    private static int Write(
        Span<byte> text, ReadOnlySpan<char> before, ReadOnlySpan<char> port, ReadOnlySpan<char> after, ReadOnlySpan<char> target, ReadOnlySpan<byte> signed)
    {
        int length = Encoding.UTF8.GetBytes(before, text);
        length += Encoding.UTF8.GetBytes(port, text[length..]);
        length += Encoding.UTF8.GetBytes(after, text[length..]);
        length += Encoding.UTF8.GetBytes(target, text[length..]);
        signed.CopyTo(text[length..]);
        return length + signed.Length;
    }

    [SuppressMessage("Security", "CA5350", Justification = "The provider's protocol; HMAC with SHA-1 is not known to be broken.")]
    private static bool IsSigned(ReadOnlySpan<byte> text, ReadOnlySpan<byte> claimed, IReadOnlyList<string> tokens)
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HeaderLength];
        Span<byte> key = stackalloc byte[KeyOnStack];
        bool valid = false;
        for (int i = 0; i < tokens.Count && !valid; i++)
        {
            // An empty key would be everybody's key.
            if (string.IsNullOrWhiteSpace(tokens[i]) || !Encoding.UTF8.TryGetBytes(tokens[i], key, out int keyLength))
                continue;
            HMACSHA1.HashData(key[..keyLength], text, hash);
            Base64.EncodeToUtf8(hash, expected, out _, out _);
            valid = CryptographicOperations.FixedTimeEquals(expected, claimed);
        }

        CryptographicOperations.ZeroMemory(key);
        return valid;
    }

    private static bool HasBodyHash(string url, ReadOnlySpan<byte> body)
    {
        const string Name = "bodySHA256=";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        int query = url.IndexOf('?', StringComparison.Ordinal);
        string? claimed = null;
        foreach (string part in query < 0 ? [] : url[(query + 1)..].Split('&'))
        {
            if (!part.StartsWith(Name, StringComparison.Ordinal))
                continue;
            if (claimed is not null)
                return false;
            claimed = part[Name.Length..];
        }

        return claimed is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claimed), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)));
    }
}
